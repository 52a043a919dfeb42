import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import type { OnResolveArgs, OnResolveResult, Plugin, PluginBuild } from "esbuild";
import { TYPESCRIPT_FILE } from "./typescript-file.js";

/** This package, as users import it. */
const OWN_NAME = "typewire";

/** Marks a question that the plugin asks esbuild itself, so that it does not answer its own question. */
const ASKED = "typewire:external-dependencies";

/** A specifier that names a package or an alias rather than a file. For example `typebox`, `#schemas`, `@/frames`. */
// Without the `u` flag: esbuild runs filters as Go regular expressions, which have none.
const BARE = /^[^./]/;

/**
 * Keeps dependencies out of a bundle: they are resolved from the file that imports them and imported by their own
 * address, so that a package is loaded once and by Node's rules. TypeScript behind a bare specifier (a workspace
 * package, a path of tsconfig.json) is bundled, since Node cannot import it.
 */
export const externalDependencies: Plugin = {
  name: "typewire-external-dependencies",
  setup(build) {
    build.onResolve({ filter: BARE }, (args) => resolveDependency(build, args));
  },
};

async function resolveDependency(build: PluginBuild, args: OnResolveArgs): Promise<OnResolveResult | undefined> {
  if (args.pluginData === ASKED || args.kind === "entry-point") return undefined;
  const { importer, resolveDir, kind } = args;
  const found = await build.resolve(args.path, { importer, resolveDir, kind, with: args.with, pluginData: ASKED });
  if (found.errors.length > 0) return ownPackage(args.path) ?? { errors: found.errors, warnings: found.warnings };
  if (found.external) return { path: found.path, external: true };
  if (TYPESCRIPT_FILE.test(found.path) || found.path.endsWith(".json")) return { path: found.path };
  const isRequire = kind === "require-call" || kind === "require-resolve";
  return { path: isRequire ? found.path : pathToFileURL(found.path).href, external: true };
}

/** A config may import `defineConfig` where the tool is not installed in the project, as `npx` runs it. */
function ownPackage(specifier: string): OnResolveResult | undefined {
  if (specifier !== OWN_NAME) return undefined;
  const file = createRequire(import.meta.url).resolve(specifier);
  return { path: pathToFileURL(file).href, external: true };
}
