import { definitionPath } from "../../schema-path/schema-path.js";
import { isRecord } from "../../support/json.js";
import type { LintFinding, ProtocolRule } from "./lint-rule.js";

/** AJV refuses a schema that holds one `$id` twice, so the author's own server could not compile it. */
export const duplicateId: ProtocolRule = {
  id: "duplicate-id",
  purpose: "Checks that no `$id` stands twice within one schema, or on two different schemas.",
  category: "typebox",
  default: "error",
  reads: "protocol",
  check: ({ registry }) => {
    const owners = new Map<string, object>();
    return [...registry.schemas].flatMap(([name, schema]) => findingsOf(definitionPath(name), idsOf(schema), owners));
  },
};

interface Identified {
  readonly id: string;
  readonly schema: object;
}

function findingsOf(path: string, found: readonly Identified[], owners: Map<string, object>): readonly LintFinding[] {
  const counts = new Map<string, number>();
  const findings: LintFinding[] = [];
  for (const { id, schema } of found) {
    counts.set(id, (counts.get(id) ?? 0) + 1);
    const owner = owners.get(id) ?? schema;
    owners.set(id, owner);
    if (JSON.stringify(owner) !== JSON.stringify(schema)) {
      const message = `The \`$id\` ${JSON.stringify(id)} belongs to another schema already`;
      findings.push({
        path,
        message,
        help: "Give each schema an `$id` of its own, or none: its registered name is enough.",
      });
    }
  }
  for (const [id, count] of counts) {
    if (count === 1) continue;
    const message = `The \`$id\` ${JSON.stringify(id)} stands ${count} times in this schema, which AJV refuses to compile`;
    findings.push({ path, message, help: "Take the `$id` away: the schema's registered name is enough." });
  }
  return findings;
}

/** Every schema with an `$id` inside a schema, as often as it stands there. */
function idsOf(schema: unknown, around: ReadonlySet<unknown> = new Set()): readonly Identified[] {
  if (typeof schema !== "object" || schema === null || around.has(schema)) return [];
  const within = new Set(around).add(schema);
  const inner = Object.values(schema).flatMap((value: unknown) => idsOf(value, within));
  const id = isRecord(schema) ? schema["$id"] : undefined;
  return typeof id === "string" ? [{ id, schema }, ...inner] : inner;
}
