import { indexDeclarations } from "../../ir/graph.js";
import type { TypeExpr } from "../../ir/type-expr.js";
import type { Declaration, DeclarationId, ObjectDeclaration, Property, Protocol } from "../../ir/types.js";
import type { SchemaPath } from "../../schema-path/schema-path.js";
import { splitWords } from "../../support/split-words.js";
import { setOption } from "./fix/set-option.js";
import type { LintFinding, ProtocolRule } from "./lint-rule.js";

type Declarations = ReadonlyMap<DeclarationId, Declaration>;

/** Last words of the names of properties that identify something. */
const IDENTIFYING = new Set(["id", "key"]);

/** An empty id or name is a mistake of the sender's that should be refused where it enters. */
export const nonEmptyIds: ProtocolRule = {
  id: "non-empty-ids",
  purpose: "Checks that ids, keys, and the names of methods and events in frames cannot be empty strings.",
  category: "convention",
  default: "error",
  reads: "protocol",
  check: ({ protocol, source }) =>
    emptyNames(protocol).map((path): LintFinding => ({
      path,
      message: "The string may be empty, although it names something",
      help: "Use `Type.String({ minLength: 1 })`.",
      edits: setOption(source?.writtenAt(path), { name: "minLength", value: "1" }, ["String"]),
    })),
};

function emptyNames(protocol: Protocol): readonly SchemaPath[] {
  const declarations = indexDeclarations(protocol.declarations);
  const names = (owner: ObjectDeclaration, { wireName }: Property): boolean =>
    IDENTIFYING.has(lastWord(wireName)) || isFrameName(protocol, owner, wireName);
  return protocol.declarations.flatMap((declaration) =>
    declaration.kind !== "object"
      ? []
      : declaration.properties
          .filter((property) => names(declaration, property) && mayBeEmpty(declarations, property.type))
          .map(({ source }) => source),
  );
}

/** Whether a property says which method or event a frame is about. */
function isFrameName({ frames }: Protocol, owner: ObjectDeclaration, wireName: string): boolean {
  const { request, event } = frames ?? {};
  return (
    (owner.id === request?.declaration && wireName === request.method) ||
    (owner.id === event?.declaration && wireName === event.event)
  );
}

/** For example `sessionId` and `session_id` → `id`. */
function lastWord(wireName: string): string {
  return splitWords(wireName).at(-1)?.toLowerCase() ?? "";
}

function mayBeEmpty(declarations: Declarations, type: TypeExpr): boolean {
  if (type.kind === "nullable") return mayBeEmpty(declarations, type.inner);
  if (type.kind === "ref") {
    const target = declarations.get(type.target);
    return target?.kind === "alias" && mayBeEmpty(declarations, target.type);
  }
  if (type.kind !== "string") return false;
  const { minLength = 0, pattern, format } = type.constraints;
  return minLength < 1 && format === undefined && (pattern === undefined || new RegExp(pattern, "u").test(""));
}
