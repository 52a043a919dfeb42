import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compareCodeUnits } from "../../support/compare-code-units.js";

const SKIPPED = new Set(["node_modules", "dist", "build", "out", "coverage", "generated", "vendor", "target"]);
const MODULE = /(?<!\.d|\.test|\.spec)\.[mc]?[jt]s$/u;
const DEEPEST = 8;
const MOST_FILES = 20_000;

/**
 * The modules below a folder that export a registry under its usual name, relative with `/`, in code-unit order.
 * For example `["src/protocol/schema.ts"]`.
 */
export function findSources(folder: string, exportName: string): readonly string[] {
  const exported = new RegExp(
    `^\\s*export\\s+(?:const|let|var)\\s+${exportName}\\b|export\\s*\\{[^}]*\\b${exportName}\\b[^}]*\\}`,
    "mu",
  );
  const files = modulesBelow(folder, "", 0).slice(0, MOST_FILES);
  return files.filter((path) => exported.test(readFileSync(join(folder, path), "utf8"))).toSorted(compareCodeUnits);
}

function modulesBelow(folder: string, path: string, depth: number): readonly string[] {
  if (depth > DEEPEST) return [];
  const entries = readdirSync(join(folder, path), { withFileTypes: true });
  return entries.flatMap((entry) => {
    const inner = path === "" ? entry.name : `${path}/${entry.name}`;
    if (entry.isFile()) return MODULE.test(entry.name) ? [inner] : [];
    const isSearched = entry.isDirectory() && !entry.name.startsWith(".") && !SKIPPED.has(entry.name);
    return isSearched ? modulesBelow(folder, inner, depth + 1) : [];
  });
}
