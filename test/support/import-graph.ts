import { dirname, relative, resolve, sep } from "node:path";
import { importedSpecifiers, read } from "./source-text.js";

/** One import between two modules, by their paths relative to the source folder, with `/`. */
export interface Import {
  readonly from: string;
  readonly to: string;
}

/** Every relative import of modules, types and lazy ones included. `files` are absolute. */
export function importsOf(source: string, files: readonly string[]): readonly Import[] {
  return files.flatMap((file) => {
    const { loaded, types, lazy } = importedSpecifiers(read(file));
    const relatives = [...loaded, ...types, ...lazy].filter((specifier) => specifier.startsWith("."));
    return relatives.map((specifier) => ({
      from: pathIn(source, file),
      to: importedPath(source, file, specifier),
    }));
  });
}

/** The path of a module that another imports with a relative specifier. */
export function importedPath(source: string, file: string, specifier: string): string {
  return pathIn(source, resolve(dirname(file), specifier)).replace(/\.js$/, ".ts");
}

/** Relative to the source folder, with `/`. */
export function pathIn(source: string, file: string): string {
  return relative(source, file).split(sep).join("/");
}

/**
 * The circles of an import graph: groups of modules that reach each other, in code-unit order.
 * For example `circlesOf([{ from: "a", to: "b" }, { from: "b", to: "a" }])` gives `[["a", "b"]]`.
 */
export function circlesOf(imports: readonly Import[]): readonly (readonly string[])[] {
  const graph = new Map<string, Set<string>>();
  for (const { from, to } of imports) graph.set(from, (graph.get(from) ?? new Set()).add(to));
  const reached = new Map([...graph.keys()].map((module) => [module, reachableIn(graph, module)]));
  const circles = new Map<string, readonly string[]>();
  for (const [module, others] of reached) {
    if (!others.has(module)) continue;
    const circle = [...others].filter((other) => reached.get(other)?.has(module) === true).toSorted();
    circles.set(circle.join(" "), circle);
  }
  return [...circles.values()].toSorted(([left = ""], [right = ""]) => (left < right ? -1 : 1));
}

/** What a module reaches over at least one import; itself only where it stands on a circle. */
function reachableIn(graph: ReadonlyMap<string, ReadonlySet<string>>, start: string): ReadonlySet<string> {
  const seen = new Set<string>();
  const waiting = [start];
  for (let module = waiting.pop(); module !== undefined; module = waiting.pop()) {
    for (const next of graph.get(module) ?? []) {
      if (seen.has(next)) continue;
      seen.add(next);
      waiting.push(next);
    }
  }
  return seen;
}
