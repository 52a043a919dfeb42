import { type Static, Type } from "@sinclair/typebox";
import { Value } from "@sinclair/typebox/value";
import { withDefaults } from "../../support/with-defaults.js";
import { lintRuleId } from "./lint-rule-ids.js";

const closed = { additionalProperties: false };
const text = Type.String({ minLength: 1 });

const level = Type.Union([Type.Literal("off"), Type.Literal("warn"), Type.Literal("error")], {
  description: "How a rule counts: not at all, as a warning, or as an error that fails the command.",
});

/** How a rule counts. */
export type LintLevel = Static<typeof level>;

const SIDE_EFFECT_VERBS =
  "abort add approve cancel clear create delete disable enable inject insert install invoke patch put reject remove " +
  "rename replace reset restart revoke rotate run save send set start stop update write";

const sideEffects = Type.Object(
  {
    verbs: Type.Array(text, {
      default: SIDE_EFFECT_VERBS.split(" "),
      description: "Words of a method's name that tell of side effects, such as send.",
    }),
    scopes: Type.Array(text, {
      default: ["write", "admin"],
      description: "Last parts of a scope that only methods with side effects need, such as write of operator.write.",
    }),
  },
  closed,
);

/** What rules ask of the project besides its schemas. For example `{ sideEffects: { verbs: ["send"], scopes: ["write"] } }`. */
export interface LintOptions {
  readonly sideEffects: Readonly<Static<typeof sideEffects>>;
}

const ignoreEntry = Type.Object(
  {
    rule: lintRuleId,
    path: Type.String({
      minLength: 1,
      description: "The finding's path; * stands for any text. For example Cron*.id.",
    }),
    reason: Type.String({ minLength: 1, description: "Why it stays as it is." }),
    protocol: Type.Optional(Type.String({ minLength: 1, description: "Only in this protocol of the config." })),
  },
  closed,
);

/**
 * The config's section `lint`. For example
 * `{ rules: { "closed-objects": "warn" }, ignore: [{ rule: "non-empty-ids", path: "CronJob.*", reason: "older peers send them" }] }`.
 */
export const lintConfigSchema = Type.Object(
  {
    // A key for each rule, so that a misspelt one is an unknown key and not a rule that never runs.
    rules: Type.Optional(Type.Partial(Type.Record(lintRuleId, level, closed))),
    ignore: Type.Optional(Type.Array(ignoreEntry, { description: "What rules find and what stays as it is." })),
    sideEffects: Type.Optional(
      Type.Partial(sideEffects, {
        description: "By what a method with side effects is known, where it is not marked.",
      }),
    ),
  },
  closed,
);

/** The section as a config has it. */
export type LintConfig = Static<typeof lintConfigSchema>;

/** Something that a rule finds and that stays as it is. */
export type LintIgnore = Readonly<Static<typeof ignoreEntry>>;

/** How lint runs: the section of the config with its defaults. */
export interface LintSettings {
  /** Rule → level, where the config says one. */
  readonly levels: ReadonlyMap<string, LintLevel>;
  readonly ignore: readonly LintIgnore[];
  readonly options: LintOptions;
}

/** Fills in the defaults of the config's section, which has been checked; undefined stands for no section. */
export function lintSettings(value: unknown): LintSettings {
  const { rules = {}, ignore = [], ...section }: LintConfig = Value.Check(lintConfigSchema, value) ? value : {};
  return {
    levels: new Map(Object.entries(rules)),
    ignore,
    options: { sideEffects: withDefaults(sideEffects, section.sideEffects ?? {}) },
  };
}
