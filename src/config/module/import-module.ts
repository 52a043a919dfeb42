import { pathToFileURL } from "node:url";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { isRecord } from "../../support/json.js";
import { guardedImport, type Imported } from "./guarded-import.js";
import type { ImportedModule, ModuleExports, ModuleFailure } from "./module-failure.js";
import { type ModuleWatchdog, prepareWatchdog } from "./module-watchdog.js";
import { importFailure, type ThrownContext } from "./thrown-failure.js";
import { TYPESCRIPT_FILE } from "./typescript-file.js";

/** What to import, and how. */
export interface ImportModuleOptions {
  /** The project's folder, absolute: messages name files relative to it. */
  readonly root: string;
  /** The module, absolute. */
  readonly file: string;
  /** Read the module and its files again although they were imported before. A watcher asks for it. */
  readonly fresh?: boolean;
  /** The finding for a failure. It is made at once where the module never gives the thread back. */
  readonly describe: (failure: ModuleFailure) => Diagnostic;
}

/**
 * Imports a module of the user's. Plain JavaScript is imported by Node itself, and costs what a bare import costs;
 * TypeScript, and anything that is to be read again, is bundled first. Never throws for what the module does.
 * For example `await importModule({ root, file: join(root, "schema.ts") })`.
 */
export async function importModule(options: ImportModuleOptions): Promise<ImportedModule> {
  const watchdog = await prepareWatchdog(options);
  try {
    if (TYPESCRIPT_FILE.test(options.file) || options.fresh === true)
      return await importThroughBundle(options, watchdog);
    const { root, file } = options;
    watchdog.begin({ root });
    const imported = await guardedImport(pathToFileURL(file).href);
    // Node tells no place for what does not compile or link. The bundler does, and it finds some of what Node does not.
    if (imported.kind === "threw" && isLinkError(imported.error)) return await importThroughBundle(options, watchdog);
    return moduleOf(imported, { root, files: [file] });
  } finally {
    watchdog.end();
  }
}

async function importThroughBundle(
  { root, file }: ImportModuleOptions,
  watchdog: ModuleWatchdog,
): Promise<ImportedModule> {
  const { bundleModule } = await import("./bundle-module.js");
  const bundle = await bundleModule({ root, file });
  if (!bundle.ok) return bundle;
  watchdog.begin({ root, bundle });
  return moduleOf(await guardedImport(bundle.url), { root, bundle, files: bundle.files });
}

function moduleOf(
  imported: Imported,
  { files, ...context }: ThrownContext & { readonly files: readonly string[] },
): ImportedModule {
  if (imported.kind === "loaded") return { ok: true, exports: exportsOf(imported.loaded), files };
  return { ok: false, failures: [importFailure(imported, context)], files };
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
