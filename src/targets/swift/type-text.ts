import type { DeclaredType, DeclaredTypes } from "./declared-types.js";
import { referenceTo } from "./references.js";
import type { SwiftType } from "./swift-types.js";

const SIMPLE = {
  string: "String",
  int: "Int",
  double: "Double",
  bool: "Bool",
  json: "JSONValue",
  null: "JSONNull",
  never: "JSONNever",
} as const;

/** Writes types as they are spelt in one place of the file. */
export interface TypeWriter {
  /** For example `[String: Schedule]?`. */
  text(type: SwiftType): string;
  reference(type: DeclaredType): string;
  /** The same for a type nested in this place. */
  inside(path: readonly string[]): TypeWriter;
}

/** What type writers share: which names exist, and which had to be given a second one. */
export interface TypeNames {
  readonly declared: Pick<DeclaredTypes, "paths">;
  /** Called where nested types hide a top-level name; answers with another name for it. */
  readonly secondName: (topLevelName: string) => string;
}

/** Makes the writer for the inside of a type; an empty path is the top level. */
export function createTypeWriter(path: readonly string[], names: TypeNames): TypeWriter {
  const reference = (type: DeclaredType): string => {
    const [root = "", ...others] = type.path;
    return referenceTo(type, path, names.declared) ?? [names.secondName(root), ...others].join(".");
  };
  const text = (type: SwiftType): string => {
    switch (type.kind) {
      case "model":
        return reference(type.type);
      case "optional":
        return `${text(type.wrapped)}?`;
      case "array":
        return type.alias === undefined ? `[${text(type.items)}]` : reference(type.alias);
      case "map":
        return type.alias === undefined ? `[String: ${text(type.values)}]` : reference(type.alias);
      default:
        return SIMPLE[type.kind];
    }
  };
  return { text, reference, inside: (inner) => createTypeWriter(inner, names) };
}
