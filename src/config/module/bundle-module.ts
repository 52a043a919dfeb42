import type { SourceMapPayload } from "node:module";
import { dirname, join, resolve } from "node:path";
import { build, type BuildFailure, type Message } from "esbuild";
import { compareCodeUnits } from "../../support/compare-code-units.js";
import { isRecord } from "../../support/json.js";
import { externalDependencies } from "./external-dependencies.js";
import { installCommand, isInstalled, packageOf } from "./install-command.js";
import { moduleScope } from "./module-scope.js";
import type { ModuleFailure } from "./module-failure.js";
import { projectPath, withoutRoot } from "./project-path.js";

/** A module and its own files as one piece of JavaScript that Node can import. */
export interface Bundle {
  readonly ok: true;
  /** The code as a `data:` URL: nothing is written to any disk, so nothing can be left behind. */
  readonly url: string;
  /** The source map of the code; its sources are relative to the root. */
  readonly map: SourceMapPayload;
  /** Every file of the import graph that was bundled, absolute, in code-unit order. */
  readonly files: readonly string[];
}

/** Why a module could not be bundled. */
export interface BundleFailure {
  readonly ok: false;
  readonly failures: readonly ModuleFailure[];
  readonly files: readonly string[];
}

/** Bundles a module of the user's, TypeScript or JavaScript. `file` and `root` are absolute. */
export async function bundleModule(options: {
  readonly root: string;
  readonly file: string;
}): Promise<Bundle | BundleFailure> {
  const { root, file } = options;
  try {
    return await runBuild(root, file);
  } catch (error) {
    if (!isBuildFailure(error)) throw error;
    const failures = error.errors.map((message) => failureOf(root, message));
    return { ok: false, failures, files: [file] };
  }
}

async function runBuild(root: string, file: string): Promise<Bundle> {
  const result = await build({
    absWorkingDir: root,
    entryPoints: [file],
    outfile: join(root, "bundle.mjs"),
    bundle: true,
    write: false,
    metafile: true,
    sourcemap: "external",
    format: "esm",
    platform: "node",
    target: "node20",
    // An empty list takes out `module`, which bundlers know and Node does not.
    conditions: [],
    mainFields: ["main"],
    logLevel: "silent",
    ...moduleScope(file),
    plugins: [externalDependencies],
  });
  const code = result.outputFiles.find((output) => output.path.endsWith(".mjs"))?.text ?? "";
  const map: SourceMapPayload = JSON.parse(
    result.outputFiles.find((output) => output.path.endsWith(".map"))?.text ?? "{}",
  );
  const files = Object.keys(result.metafile.inputs).map((input) => resolve(root, input));
  const url = `data:text/javascript;base64,${Buffer.from(code).toString("base64")}`;
  return { ok: true, url, map, files: files.toSorted(compareCodeUnits) };
}

function isBuildFailure(error: unknown): error is BuildFailure {
  return isRecord(error) && Array.isArray(error["errors"]) && error["errors"].length > 0;
}

function failureOf(root: string, { text, location }: Message): ModuleFailure {
  const message = withoutRoot(root, text);
  if (location === null) return { kind: "build", message, location: undefined };
  const file = projectPath(root, location.file);
  const place = { file, line: location.line, column: location.column + 1 };
  return { kind: "build", message, location: place, ...resolutionHelp(dirname(resolve(root, location.file)), text) };
}

/** What to do where an import of a package leads nowhere. */
function resolutionHelp(folder: string, text: string): { readonly help?: string } {
  const [, specifier = ""] = /^Could not resolve "([^"]+)"/u.exec(text) ?? [];
  const name = packageOf(specifier);
  if (name === undefined) return {};
  return isInstalled(folder, name)
    ? { help: `${name} is installed, but it has no such file: build it, or import something that it exports.` }
    : { help: `Install it: \`${installCommand(folder, name)}\`.` };
}
