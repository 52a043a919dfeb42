import { type Static, type TSchema, Type } from "@sinclair/typebox";
import { Value } from "@sinclair/typebox/value";
import { defaultLintOptions, type LintOptions } from "./lint-options.js";
import type { LintLevel } from "./lint-level.js";
import { lintRuleIds } from "./lint-rule-ids.js";

const closed = { additionalProperties: false };
const text = Type.String({ minLength: 1 });
const level = Type.Union([Type.Literal("off"), Type.Literal("warn"), Type.Literal("error")]);

const ignoreEntry = Type.Object(
  {
    rule: Type.Union(lintRuleIds.map((id) => Type.Literal(id))),
    path: text,
    reason: text,
    protocol: Type.Optional(text),
  },
  closed,
);

const section = Type.Object(
  {
    rules: Type.Optional(Type.Record(Type.String(), level)),
    ignore: Type.Optional(Type.Array(ignoreEntry)),
    sideEffects: Type.Optional(
      Type.Object({ verbs: Type.Optional(Type.Array(text)), scopes: Type.Optional(Type.Array(text)) }, closed),
    ),
  },
  closed,
);

/**
 * The config's section `lint`. For example
 * `{ rules: { "closed-objects": "warn" }, ignore: [{ rule: "non-empty-ids", path: "CronJob.*", reason: "older peers send them" }] }`.
 */
export const lintConfigSchema: TSchema = Type.Object(
  {
    ...section.properties,
    // Spelt out, so that a misspelt rule is an unknown key and not a rule that never runs.
    rules: Type.Optional(
      Type.Object(Object.fromEntries(lintRuleIds.map((id) => [id, Type.Optional(level)] as const)), closed),
    ),
  },
  closed,
);

/** Something that a rule finds and that stays as it is. */
export interface LintIgnore {
  readonly rule: string;
  /** The finding's path; `*` stands for any text. For example `Cron*.id`. */
  readonly path: string;
  readonly reason: string;
  /** Only in this protocol of the config. */
  readonly protocol: string | undefined;
}

/** How lint runs: the section of the config with its defaults. */
export interface LintSettings {
  /** Rule → level, where the config says one. */
  readonly levels: ReadonlyMap<string, LintLevel>;
  readonly ignore: readonly LintIgnore[];
  readonly options: LintOptions;
}

/** Fills in the defaults of the config's section, which has been checked; undefined stands for no section. */
export function lintSettings(value: unknown): LintSettings {
  const {
    rules = {},
    ignore = [],
    sideEffects = {},
  }: Static<typeof section> = Value.Check(section, value) ? value : {};
  return {
    levels: new Map(Object.entries(rules)),
    ignore: ignore.map((entry) => ({ ...entry, protocol: entry.protocol })),
    options: {
      sideEffectVerbs: sideEffects.verbs ?? defaultLintOptions.sideEffectVerbs,
      sideEffectScopes: sideEffects.scopes ?? defaultLintOptions.sideEffectScopes,
    },
  };
}
