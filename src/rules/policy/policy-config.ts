import { type Static, Type } from "@sinclair/typebox";
import { Value } from "@sinclair/typebox/value";
import { withDefaults } from "../../support/with-defaults.js";
import { breakingRuleId } from "../breaking-rule-ids.js";
import type { Category, ChangeSeverity, ReaderPolicy } from "../rule.js";

const closed = { additionalProperties: false };

const threshold = Type.Union([Type.Literal("breaking"), Type.Literal("risky"), Type.Literal("never")], {
  default: "breaking",
  description: "From which severity on a change fails the command.",
});

const fail = Type.Object({ wire: threshold, source: threshold, metadata: threshold }, closed);

const reader = Type.Union([Type.Literal("strict"), Type.Literal("tolerant")], {
  default: "strict",
  description: "Whether it keeps or ignores what a newer peer adds, or refuses it.",
});

const readers = Type.Object({ client: reader, server: reader }, closed);

const ignoreEntry = Type.Object(
  {
    rule: breakingRuleId,
    path: Type.String({ minLength: 1, description: "The change's path; * stands for any text." }),
    reason: Type.String({ minLength: 1, description: "Why it is agreed to." }),
    expires: Type.Optional(
      Type.String({
        pattern: "^\\d{4}-\\d{2}-\\d{2}$",
        title: "a day, such as 2027-01-31",
        description: "The last day on which it holds; always without it.",
      }),
    ),
    protocol: Type.Optional(Type.String({ minLength: 1, description: "Only in this protocol of the config." })),
  },
  closed,
);

/**
 * The config's section `policy`. For example
 * `{ fail: { source: "never" }, ignore: [{ rule: "property-no-delete", path: "CronJob.*", reason: "nobody reads it", expires: "2027-01-31" }] }`.
 */
export const policyConfigSchema = Type.Object(
  {
    fail: Type.Optional(Type.Partial(fail, { description: "What fails the command, by what a change breaks." })),
    readers: Type.Optional(
      Type.Partial(readers, { description: "How older readers take what is new: an added key, value or variant." }),
    ),
    ignore: Type.Optional(Type.Array(ignoreEntry, { description: "Changes that are known and stay as they are." })),
    approvals: Type.Optional(
      Type.String({
        minLength: 1,
        default: "typewire.approvals.json",
        description: "The file that `--approve` writes, relative to the config.",
      }),
    ),
  },
  closed,
);

/** The section as a config has it. */
export type PolicyConfig = Static<typeof policyConfigSchema>;

/** A change that is known and stays as it is. */
export type PolicyEntry = Readonly<Static<typeof ignoreEntry>>;

/** From which severity on a change fails the command. */
export type Threshold = Exclude<ChangeSeverity, "safe"> | "never";

/** The policy with its defaults. */
export interface Policy {
  /** By default every breaking change fails, of whatever category. */
  readonly fail: Readonly<Record<Category, Threshold>>;
  readonly readers: ReaderPolicy;
  readonly ignore: readonly PolicyEntry[];
  /** The file that `--approve` writes, relative to the config's folder. */
  readonly approvals: string;
}

/** Fills in the defaults of the config's section, which has been checked; undefined stands for no section. */
export function policyOf(value: unknown): Policy {
  const section: PolicyConfig = Value.Check(policyConfigSchema, value) ? value : {};
  const { ignore = [], approvals = "typewire.approvals.json" } = section;
  return {
    fail: withDefaults(fail, section.fail ?? {}),
    readers: withDefaults(readers, section.readers ?? {}),
    ignore,
    approvals,
  };
}
