/**
 * The ids of all lint rules, in the order of `typewire rules`. They stand apart from the rules so that a config is checked
 * without loading what the rules need: a compiler that takes longer to load than most commands take to run.
 */
export const lintRuleIds = [
  "closed-objects",
  "non-empty-ids",
  "frame-discriminator",
  "idempotency-key",
  "since-declared",
  "schema-mapped",
  "schema-registered",
  "type-exported",
  "optional-spread",
  "regexp-pattern",
  "duplicate-id",
] as const;

/** For example `closed-objects`. */
export type LintRuleId = (typeof lintRuleIds)[number];
