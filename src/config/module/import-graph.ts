import { readFile } from "node:fs/promises";
import { resolve, sep } from "node:path";
import { build, type Plugin } from "esbuild";
import { compareCodeUnits } from "../../support/compare-code-units.js";

/** The files that a module is made of. */
export interface ImportGraph {
  /** Absolute, in code-unit order; what is installed or lies outside is left out. */
  readonly files: readonly string[];
  /** Whether that is all: not where a file cannot be followed, imports what only running it tells, or reads other files. */
  readonly isComplete: boolean;
}

/** Code that reaches files in ways that imports do not show. */
const HIDDEN =
  /\b(?:import|require)\s*\(\s*(?!["'`][^"'`$]*["'`]\s*[,)])|["'](?:node:)?(?:fs|fs\/promises|module|vm|child_process|worker_threads)["']/u;

/** Where a graph begins, and where it ends. All paths are absolute. */
export interface GraphOptions {
  readonly root: string;
  /** The module. */
  readonly file: string;
  /** The folder whose files are asked for: a repository. Packages that are linked from elsewhere count as installed. */
  readonly within: string;
}

/**
 * Follows a module's imports without running it, workspace packages included. Never throws for what the module says.
 * For example `await importGraph({ root, file: join(root, "schema.ts"), within: root })`.
 */
export async function importGraph({ root, file, within }: GraphOptions): Promise<ImportGraph> {
  try {
    const { metafile } = await build({
      absWorkingDir: root,
      entryPoints: [file],
      outfile: "graph.mjs",
      bundle: true,
      write: false,
      metafile: true,
      format: "esm",
      platform: "node",
      conditions: [],
      mainFields: ["main"],
      logLevel: "silent",
      plugins: [installedPackages(within)],
    });
    const inputs = Object.keys(metafile.inputs).map((input) => resolve(root, input));
    const files = inputs.filter((path) => isInside(within, path));
    const texts = await Promise.all(files.map((path) => readFile(path, "utf8")));
    return { files: files.toSorted(compareCodeUnits), isComplete: !texts.some((text) => HIDDEN.test(text)) };
  } catch {
    return { files: [file], isComplete: false };
  }
}

const ASKED = "typewire:installed-packages";

/** Ends the way at what is installed. A package of the same repository is only linked there, and is followed. */
function installedPackages(within: string): Plugin {
  return {
    name: "typewire-installed-packages",
    setup(asked) {
      asked.onResolve({ filter: /^[^./]/ }, async ({ path, importer, resolveDir, kind, pluginData }) => {
        if (pluginData === ASKED || kind === "entry-point") return undefined;
        const found = await asked.resolve(path, { importer, resolveDir, kind, pluginData: ASKED });
        if (found.errors.length > 0) return { errors: found.errors };
        return { path: found.path, external: found.external || !isInside(within, found.path) };
      });
    },
  };
}

function isInside(folder: string, file: string): boolean {
  return file.startsWith(folder.endsWith(sep) ? folder : folder + sep) && !/[\\/]node_modules[\\/]/u.test(file);
}
