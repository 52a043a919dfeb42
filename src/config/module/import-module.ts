import { pathToFileURL } from "node:url";
import { isRecord } from "../../support/json.js";
import type { ImportedModule, ModuleExports } from "./module-failure.js";
import { thrownFailure } from "./thrown-failure.js";
import { TYPESCRIPT_FILE } from "./typescript-file.js";

/** What to import, and how. */
export interface ImportModuleOptions {
  /** The project's folder, absolute: messages name files relative to it. */
  readonly root: string;
  /** The module, absolute. */
  readonly file: string;
  /** Read the module and its files again although they were imported before. A watcher asks for it. */
  readonly fresh?: boolean;
}

/**
 * Imports a module of the user's. Plain JavaScript is imported by Node itself, and costs what a bare import costs;
 * TypeScript, and anything that is to be read again, is bundled first. Never throws for what the module does.
 * For example `await importModule({ root, file: join(root, "schema.ts") })`.
 */
export async function importModule(options: ImportModuleOptions): Promise<ImportedModule> {
  if (TYPESCRIPT_FILE.test(options.file) || options.fresh === true) return importThroughBundle(options);
  try {
    const loaded: unknown = await import(pathToFileURL(options.file).href);
    return { ok: true, exports: exportsOf(loaded), files: [options.file] };
  } catch (error) {
    // Node tells no place for what does not compile or link. The bundler does, and it finds some of what Node does not.
    return isLinkError(error) ? importThroughBundle(options) : failed(options, error);
  }
}

async function importThroughBundle(options: ImportModuleOptions): Promise<ImportedModule> {
  const { bundleModule } = await import("./bundle-module.js");
  const bundle = await bundleModule(options);
  if (!bundle.ok) return bundle;
  try {
    const loaded: unknown = await import(bundle.url);
    return { ok: true, exports: exportsOf(loaded), files: bundle.files };
  } catch (error) {
    return { ok: false, failures: [thrownFailure(error, { root: options.root, bundle })], files: bundle.files };
  }
}

function failed(options: ImportModuleOptions, error: unknown): ImportedModule {
  return { ok: false, failures: [thrownFailure(error, { root: options.root })], files: [options.file] };
}

function isLinkError(error: unknown): boolean {
  if (error instanceof SyntaxError) return true;
  return error instanceof Error && "code" in error && String(error.code).includes("NOT_FOUND");
}

/** A CommonJS module comes as `default`, with some of its properties beside it; here all of them are. */
function exportsOf(loaded: unknown): ModuleExports {
  if (!isRecord(loaded)) return {};
  const main = loaded["default"];
  return isCommonJs(loaded) && isRecord(main) ? { ...main, ...loaded } : loaded;
}

/** Node adds `module.exports` or `__esModule` to the namespace of CommonJS; older versions only mirror its properties. */
function isCommonJs(namespace: ModuleExports): boolean {
  const main = namespace["default"];
  if (!isRecord(main)) return false;
  return Object.keys(namespace).every(
    (key) => key === "default" || key === "module.exports" || main[key] === namespace[key],
  );
}
