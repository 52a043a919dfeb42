import type { DeclaredType, DeclaredTypes } from "./declared-types.js";
import type { NameScope } from "../shared/name-scope.js";
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

type Paths = Pick<DeclaredTypes, "paths">;

/** Other names for types of the top level that nested types hide somewhere; each is taken when it is first needed. */
export interface SecondNames {
  of(topLevelName: string): string;
  /** Those that were needed until now: all, once every type of the protocol has been written. */
  needed(): readonly { readonly name: string; readonly type: string }[];
}

/** Makes second names among the names of the top level. For example `ScheduleDefinition` for `Schedule`. */
export function createSecondNames(topLevel: NameScope): SecondNames {
  const names = new Map<string, string>();
  return {
    of(type) {
      const name = names.get(type) ?? topLevel.take(`${type}Definition`);
      names.set(type, name);
      return name;
    },
    needed: () => [...names].map(([type, name]) => ({ name, type })),
  };
}

/** Makes the writer for the inside of a type; an empty path is the top level. */
export function createTypeWriter(path: readonly string[], declared: Paths, secondNames: SecondNames): TypeWriter {
  const reference = (type: DeclaredType): string => {
    const [root = "", ...others] = type.path;
    return referenceTo(type, path, declared) ?? [secondNames.of(root), ...others].join(".");
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
  return { text, reference, inside: (inner) => createTypeWriter(inner, declared, secondNames) };
}

/**
 * How a type is written inside another one: its shortest name that means it there. A nested type hides a top-level one
 * of the same name; where that leaves no name at all, the answer is `undefined`.
 * For example `CronJob.Schedule` is `Schedule` inside `CronJob`.
 */
export function referenceTo(type: DeclaredType, scope: readonly string[], declared: Paths): string | undefined {
  for (let start = type.path.length - 1; start >= 0; start -= 1) {
    const meant = type.path.slice(0, start + 1).join(".");
    if (resolve(type.path[start] ?? "", scope, declared) === meant) return type.path.slice(start).join(".");
  }
  return undefined;
}

/** What a name means inside a scope, as Swift looks it up: innermost first. */
function resolve(name: string, scope: readonly string[], declared: Paths): string | undefined {
  for (let depth = scope.length; depth >= 0; depth -= 1) {
    const path = [...scope.slice(0, depth), name].join(".");
    if (declared.paths.has(path)) return path;
  }
  return undefined;
}
