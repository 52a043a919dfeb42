import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { build, type Plugin } from "esbuild";
import { compareCodeUnits } from "../../support/compare-code-units.js";

/** The files that a module is made of. */
export interface ImportGraph {
  /** Absolute, in code-unit order; what lies in `node_modules` is left out. */
  readonly files: readonly string[];
  /** Whether that is all: not where a file cannot be followed, imports what only running it tells, or reads other files. */
  readonly isComplete: boolean;
}

/** Code that reaches files in ways that imports do not show. */
const HIDDEN =
  /\b(?:import|require)\s*\(\s*(?!["'`][^"'`$]*["'`]\s*[,)])|["'](?:node:)?(?:fs|fs\/promises|module|vm|child_process|worker_threads)["']/u;

/**
 * Follows a module's imports without running it, workspace packages included. Never throws for what the module says.
 * For example `await importGraph({ root, file: join(root, "schema.ts") })`.
 */
export async function importGraph(module: { readonly root: string; readonly file: string }): Promise<ImportGraph> {
  const { root, file } = module;
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
      plugins: [installedPackages],
    });
    const files = Object.keys(metafile.inputs).map((input) => resolve(root, input));
    const texts = await Promise.all(files.map((path) => readFile(path, "utf8")));
    return { files: files.toSorted(compareCodeUnits), isComplete: !texts.some((text) => HIDDEN.test(text)) };
  } catch {
    return { files: [file], isComplete: false };
  }
}

const ASKED = "typewire:installed-packages";

/** Ends the way at what is installed. A package of the same repository is only linked there, and is followed. */
const installedPackages: Plugin = {
  name: "typewire-installed-packages",
  setup(asked) {
    asked.onResolve({ filter: /^[^./]/ }, async ({ path, importer, resolveDir, kind, pluginData }) => {
      if (pluginData === ASKED || kind === "entry-point") return undefined;
      const found = await asked.resolve(path, { importer, resolveDir, kind, pluginData: ASKED });
      if (found.errors.length > 0) return { errors: found.errors };
      const isInstalled = found.external || /[\\/]node_modules[\\/]/u.test(found.path);
      return { path: found.path, external: isInstalled };
    });
  },
};
