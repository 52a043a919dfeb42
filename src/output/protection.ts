import { statSync, type Stats } from "node:fs";
import { basename, join, relative, sep } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { realFolder } from "./conflicts.js";
import { outputDiagnostics } from "./diagnostics.js";
import { type Bounds, type Place, realBoundary } from "./place.js";

/** Folders that belong to other programs. */
const FOREIGN_FOLDERS = [".git", "node_modules"];

/** What no output may ever replace, besides what is so by its name. */
export interface ProtectedFiles extends Bounds {
  /** What this run reads: sources with what they import, and the config. Absolute. */
  readonly inputs: readonly string[];
}

/** Says why a file is never an output's, whoever agrees to it. Asked of many files: what is read is looked at once. */
export function protection(files: ProtectedFiles): (place: Place) => Diagnostic | undefined {
  const inputs = new Set(files.inputs.map(identityOf).filter((identity) => identity !== undefined));
  const boundary = realBoundary(files);
  return (place) => {
    const file = join(files.root, place.path);
    const inside = relative(boundary, realFolder(file)).split(sep);
    const names = [...inside, ...place.path.split("/")].map((name) => name.toLowerCase());
    const folder = FOREIGN_FOLDERS.find((name) => names.includes(name));
    if (folder !== undefined) return create(place, `in a folder that is not the project's own: ${folder}`);
    if (basename(file).toLowerCase() === "package.json") return create(place, "the package's manifest");
    const identity = identityOf(file);
    const isRead = identity !== undefined && inputs.has(identity);
    return isRead
      ? create(place, "what is generated from: the config, a source, or a file that one imports")
      : undefined;
  };
}

function create({ path, owner }: Place, what: string): Diagnostic {
  return outputDiagnostics.create("protected-file", { path, owner, what });
}

/** Which file it is, under whichever name. Undefined where there is none. */
function identityOf(file: string): string | undefined {
  try {
    const { dev, ino }: Stats = statSync(file);
    return `${dev} ${ino}`;
  } catch {
    return undefined;
  }
}
