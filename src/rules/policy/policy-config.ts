import { type Static, type TSchema, Type } from "@sinclair/typebox";
import { Value } from "@sinclair/typebox/value";
import { breakingRules } from "../breaking/index.js";
import type { Category, ChangeSeverity } from "../rule.js";

const closed = { additionalProperties: false };
const text = Type.String({ minLength: 1 });
const date = Type.String({ pattern: "^\\d{4}-\\d{2}-\\d{2}$" });
const threshold = Type.Optional(Type.Union([Type.Literal("breaking"), Type.Literal("risky"), Type.Literal("never")]));

const ignoreEntry = Type.Object(
  {
    rule: Type.Union(breakingRules.map(({ id }) => Type.Literal(id))),
    path: text,
    reason: text,
    expires: Type.Optional(date),
    protocol: Type.Optional(text),
  },
  closed,
);

const section = Type.Object(
  {
    fail: Type.Optional(Type.Object({ wire: threshold, source: threshold, metadata: threshold }, closed)),
    ignore: Type.Optional(Type.Array(ignoreEntry)),
    approvals: Type.Optional(text),
  },
  closed,
);

/**
 * The config's section `policy`. For example
 * `{ fail: { source: "never" }, ignore: [{ rule: "property-no-delete", path: "CronJob.*", reason: "nobody reads it", expires: "2027-01-31" }] }`.
 */
export const policyConfigSchema: TSchema = section;

/** A change that is known and stays as it is. */
export interface PolicyEntry {
  readonly rule: string;
  /** The change's path; `*` stands for any text. */
  readonly path: string;
  readonly reason: string;
  /** The last day on which it holds, as `2027-01-31`; undefined for always. */
  readonly expires: string | undefined;
  /** Only in this protocol of the config. */
  readonly protocol: string | undefined;
}

/** From which severity on a change fails the command. */
export type Threshold = Exclude<ChangeSeverity, "safe"> | "never";

/** The policy with its defaults. */
export interface Policy {
  /** By default every breaking change fails, of whatever category. */
  readonly fail: Readonly<Record<Category, Threshold>>;
  readonly ignore: readonly PolicyEntry[];
  /** The file that `--approve` writes, relative to the config's folder. */
  readonly approvals: string;
}

/** Fills in the defaults of the config's section, which has been checked; undefined stands for no section. */
export function policyOf(value: unknown): Policy {
  const {
    fail = {},
    ignore = [],
    approvals = "typewire.approvals.json",
  }: Static<typeof section> = Value.Check(section, value) ? value : {};
  const { wire = "breaking", source = "breaking", metadata = "breaking" } = fail;
  return {
    fail: { wire, source, metadata },
    ignore: ignore.map((entry) => ({ ...entry, expires: entry.expires, protocol: entry.protocol })),
    approvals,
  };
}
