import type { DeclarationId, Event, Method } from "../../ir/types.js";
import type { LintFinding, ProtocolRule } from "./lint-rule.js";

/** What no schema is found for is not checked by anybody. Where others have one, its name is most likely misspelt. */
export const schemaMapped: ProtocolRule = {
  id: "schema-mapped",
  purpose:
    "Checks that every method has schemas of its params and result, and every event of its payload, where others do.",
  category: "convention",
  default: "warn",
  reads: "protocol",
  check: ({ protocol, source }) => {
    const { methods, events } = protocol;
    const missing = [
      ...unmapped(methods, { part: "params", schemaOf: ({ params }: Method) => params }),
      ...unmapped(methods, { part: "result", schemaOf: ({ result }: Method) => result }),
      ...unmapped(events, { part: "payload", schemaOf: ({ payload }: Event) => payload }),
    ];
    return missing.map(({ name, part }): LintFinding => {
      const listed = source?.listed(name);
      const place = listed === undefined || source === undefined ? {} : { location: source.locationOf(listed) };
      const help = "Register one under the name that its own leads to, or map it in the config.";
      return { path: name, ...place, message: `${name} has no schema of its ${part}`, help };
    });
  },
};

/** Something that is listed, and the part that it has no schema for. */
interface Unmapped {
  readonly name: string;
  readonly part: string;
}

function unmapped<T extends Method | Event>(
  operations: readonly T[],
  { part, schemaOf }: { readonly part: string; readonly schemaOf: (operation: T) => DeclarationId | undefined },
): readonly Unmapped[] {
  const missing = operations.filter((operation) => schemaOf(operation) === undefined);
  return missing.length === operations.length ? [] : missing.map(({ name }) => ({ name, part }));
}
