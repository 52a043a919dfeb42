import type { Protocol } from "../../ir/types.js";
import type { SchemaPath } from "../../schema-path/schema-path.js";
import { setOption } from "./fix/set-option.js";
import type { LintFinding, ProtocolRule } from "./lint-rule.js";

/**
 * An object that does not close itself lets misspelt keys through. One that says what its further keys are, be it anything
 * at all (`additionalProperties: true`), means it and is not meant here.
 */
export const closedObjects: ProtocolRule = {
  id: "closed-objects",
  purpose: "Checks that every object refuses keys that it does not declare.",
  category: "convention",
  default: "error",
  reads: "protocol",
  check: ({ protocol, source }) =>
    openObjects(protocol).map((path): LintFinding => ({
      path,
      message: "The object accepts any key beside its own",
      help: "Add `{ additionalProperties: false }`.",
      edits: setOption(source?.schemaAt(path), { name: "additionalProperties", value: "false" }, ["Object"]),
    })),
};

function openObjects(protocol: Protocol): readonly SchemaPath[] {
  return protocol.declarations.flatMap((declaration) => {
    const isUnsaid =
      declaration.kind === "object" && declaration.additional.kind === "open" && !declaration.additional.said;
    return isUnsaid ? [declaration.source] : [];
  });
}
