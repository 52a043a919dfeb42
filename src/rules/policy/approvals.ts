import { type Static, Type } from "@sinclair/typebox";
import { Value } from "@sinclair/typebox/value";
import type { Change } from "../rule.js";

const text = Type.String();
const approval = Type.Object(
  {
    protocol: text,
    rule: text,
    path: text,
    fingerprint: text,
    reason: Type.String({ pattern: "\\S" }),
    previous: Type.Optional(text),
    current: Type.Optional(text),
    expires: Type.Optional(Type.String({ pattern: "^\\d{4}-\\d{2}-\\d{2}$" })),
  },
  { additionalProperties: false },
);
const approvalsFile = Type.Object(
  { version: Type.Literal(1), approvals: Type.Array(approval) },
  { additionalProperties: false },
);

/**
 * A change that somebody agreed to. It covers exactly that change, by its fingerprint: another one in the same place,
 * such as a length lowered once more, has to be agreed to again. What it was and became stands there for people.
 */
export type Approval = Readonly<Static<typeof approval>>;

/** Reads the text of an approvals file; undefined where it is not one. */
export function parseApprovals(source: string): readonly Approval[] | undefined {
  const value = parse(source);
  return Value.Check(approvalsFile, value) ? value.approvals : undefined;
}

/** The text of an approvals file: sorted as given, ending in a line feed. */
export function printApprovals(approvals: readonly Approval[]): string {
  return `${JSON.stringify({ version: 1, approvals }, null, 2)}\n`;
}

/** What approves one change. */
export function approve(
  change: Change,
  { protocol, reason, expires }: Pick<Approval, "protocol" | "reason"> & { readonly expires: string | undefined },
): Approval {
  const { rule, path, fingerprint, previous, current } = change;
  return {
    protocol,
    rule,
    path,
    fingerprint,
    reason,
    ...(previous === undefined ? {} : { previous }),
    ...(current === undefined ? {} : { current }),
    ...(expires === undefined ? {} : { expires }),
  };
}

/** Whether an approval speaks of a change of a protocol. */
export function approves(given: Approval, change: Change, protocol: string): boolean {
  return (
    given.protocol === protocol &&
    given.rule === change.rule &&
    given.path === change.path &&
    given.fingerprint === change.fingerprint
  );
}

function parse(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    return undefined;
  }
}
