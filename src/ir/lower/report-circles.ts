import type { DiagnosticCollector } from "../../diagnostics/collector.js";
import { visitHeld } from "../../json-schema/walk.js";
import { definitionOf } from "../../json-schema/references.js";
import { isSchema, type JsonSchema } from "../../json-schema/schema.js";
import { connectedComponents } from "../../support/connected-components.js";
import { irDiagnostics } from "../diagnostics.js";
import type { PlainSchemas } from "./plain-schemas.js";

/** Keywords that look at the value itself rather than at what is in it. */
const SAME_VALUE = ["allOf", "anyOf", "oneOf", "not", "if", "then", "else", "dependencies"] as const;

/**
 * Reports definitions that lead back to themselves before they look at anything inside a value: no value could ever be
 * told valid or not. For example `{ anyOf: [{ $ref: "#/definitions/U" }, { type: "string" }] }` as `U`. Circles of
 * references alone are found where they are lowered.
 */
export function reportCircles(plain: PlainSchemas, diagnostics: DiagnosticCollector): void {
  const { definitions } = plain;
  const names = [...definitions.keys()];
  const leadsTo = new Map(names.map((name) => [name, [...sameValue(definitions.get(name) ?? true)]]));
  const circles = connectedComponents(names, (name) => (leadsTo.get(name) ?? []).map(({ to }) => to));
  for (const name of names) {
    const back = leadsTo.get(name)?.find(({ to, isBare }) => !isBare && circles.areTogether(name, to));
    if (back === undefined) continue;
    const found = { ref: back.ref, near: undefined };
    diagnostics.report(irDiagnostics.create("recursive-pointer", found, { path: plain.sourceOf(name) }));
  }
}

/** A reference that is asked about the same value as the schema that it stands in. */
interface SameValue {
  readonly ref: string;
  /** The definition that it leads to. */
  readonly to: string;
  /** Whether it is the whole schema. */
  readonly isBare: boolean;
}

function sameValue(schema: JsonSchema): ReadonlySet<SameValue> {
  const found = new Set<SameValue>();
  const waiting: JsonSchema[] = [schema];
  for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) {
    if (typeof item === "boolean") continue;
    const { $ref: ref } = item;
    const to = definitionOf(ref);
    if (typeof ref === "string" && to !== undefined) found.add({ ref, to, isBare: item === schema });
    if (ref !== undefined) continue;
    for (const keyword of SAME_VALUE) {
      const value = item[keyword];
      if (value !== undefined) visitHeld(keyword, value, (inner) => isSchema(inner) && waiting.push(inner));
    }
  }
  return found;
}
