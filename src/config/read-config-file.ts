import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import type { DiagnosticCollector } from "../diagnostics/collector.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { parseJson } from "../support/parse-json.js";
import { configDiagnostics } from "./diagnostics.js";
import { importModule } from "./module/import-module.js";
import type { ModuleFailure } from "./module/module-failure.js";
import { projectPath } from "./module/project-path.js";

/** A config file to read. */
export interface ConfigFile {
  /** The project's folder, absolute. */
  readonly root: string;
  /** The config, absolute. */
  readonly file: string;
  /** Read it again although it was read before. */
  readonly fresh: boolean;
  /** Told every file that was read, absolute. */
  readonly onFiles: (files: readonly string[]) => void;
  readonly diagnostics: DiagnosticCollector;
}

/** What a config file says, not checked yet. */
export interface ConfigValue {
  readonly value: unknown;
}

/** Reads a config: a module's default export, or a JSON file. Undefined, with a finding, where that fails. */
export async function readConfigFile(config: ConfigFile): Promise<ConfigValue | undefined> {
  return extname(config.file) === ".json" ? readJson(config) : readModule(config);
}

async function readJson({ root, file, onFiles, diagnostics }: ConfigFile): Promise<ConfigValue | undefined> {
  onFiles([file]);
  const parsed = parseJson(await readFile(file, "utf8"));
  if (parsed.ok) return { value: parsed.value };
  const name = projectPath(root, file);
  const location = { file: name, line: parsed.line, column: parsed.column };
  diagnostics.report(configDiagnostics.create("invalid-json", { file: name, reason: parsed.reason }, { location }));
  return undefined;
}

async function readModule({ root, file, fresh, onFiles, diagnostics }: ConfigFile): Promise<ConfigValue | undefined> {
  const name = projectPath(root, file);
  const describe = (failure: ModuleFailure): Diagnostic => importDiagnostic(name, failure);
  const loaded = await importModule({ root, file, fresh, describe });
  onFiles(loaded.files);
  if (!loaded.ok) {
    for (const failure of loaded.failures) diagnostics.report(describe(failure));
    return undefined;
  }
  if ("default" in loaded.exports) return { value: loaded.exports["default"] };
  const exported = Object.keys(loaded.exports);
  diagnostics.report(configDiagnostics.create("no-default-export", { file: name, exported }));
  return undefined;
}

function importDiagnostic(file: string, { kind, message: reason, help, location }: ModuleFailure): Diagnostic {
  const place = location === undefined ? {} : { location };
  if (kind === "build") return configDiagnostics.create("invalid-module", { file, reason, help }, place);
  return configDiagnostics.create("import-failed", { file, reason, isSlow: kind === "slow" }, place);
}
