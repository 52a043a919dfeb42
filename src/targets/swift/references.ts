import type { DeclaredType, DeclaredTypes } from "./declared-types.js";

/**
 * How a type is written inside another one: its shortest name that means it there. A nested type hides a top-level one
 * of the same name; where that leaves no name at all, the answer is `undefined`.
 * For example `CronJob.Schedule` is `Schedule` inside `CronJob`.
 */
export function referenceTo(
  type: DeclaredType,
  scope: readonly string[],
  declared: Pick<DeclaredTypes, "paths">,
): string | undefined {
  for (let start = type.path.length - 1; start >= 0; start -= 1) {
    const meant = type.path.slice(0, start + 1).join(".");
    if (resolve(type.path[start] ?? "", scope, declared) === meant) return type.path.slice(start).join(".");
  }
  return undefined;
}

/** What a name means inside a scope, as Swift looks it up: innermost first. */
function resolve(name: string, scope: readonly string[], declared: Pick<DeclaredTypes, "paths">): string | undefined {
  for (let depth = scope.length; depth >= 0; depth -= 1) {
    const path = [...scope.slice(0, depth), name].join(".");
    if (declared.paths.has(path)) return path;
  }
  return undefined;
}
