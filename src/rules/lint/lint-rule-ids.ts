import { type Static, Type } from "@sinclair/typebox";

/**
 * The ids of all lint rules, in the order of `typewire rules`. They stand apart from the rules so that a config is checked
 * without loading what the rules need: a compiler that takes longer to load than most commands take to run.
 */
export const lintRuleId = Type.Union([
  Type.Literal("closed-objects"),
  Type.Literal("non-empty-ids"),
  Type.Literal("frame-discriminator"),
  Type.Literal("idempotency-key"),
  Type.Literal("since-declared"),
  Type.Literal("schema-mapped"),
  Type.Literal("schema-registered"),
  Type.Literal("type-exported"),
  Type.Literal("optional-spread"),
  Type.Literal("regexp-pattern"),
  Type.Literal("duplicate-id"),
]);

/** For example `closed-objects`. */
export type LintRuleId = Static<typeof lintRuleId>;
