import { realpath } from "node:fs/promises";
import { basename, join, sep } from "node:path";
import type { Config, ProtocolConfig } from "../../config/config.js";
import type { ImportGraph } from "../../config/module/import-graph.js";
import { resolveSource } from "../../registry/resolve-source.js";
import { templatesFolder } from "../../render/templates-folder.js";
import type { StagedFiles } from "./staged-files.js";
import { compareCodeUnits } from "../../support/compare-code-units.js";

/** Which staged files can change what is generated, or are generated. */
export interface Relevance {
  readonly matters: boolean;
  /** The config's and the registries' own files, absolute, as far as they had to be found out. */
  readonly sources: readonly string[];
}

/**
 * Files whose content decides how modules are resolved, which versions are installed and with which patches, and how
 * files are laid out. Any JSON file may be what a `tsconfig.json` extends.
 */
const SETTINGS =
  /\.(?:json|jsonc|json5|patch)$|^(?:pnpm-lock\.yaml|pnpm-workspace\.yaml|\.pnpmfile\.c?js|\.pnp\..*|yarn\.lock|bun\.lockb?|\.npmrc|\.yarnrc.*|\.prettierrc.*|prettier\.config\..*|\.prettierignore|\.editorconfig)$/u;

/**
 * Whether any staged file can matter. No registry is loaded: outputs and settings are known by their paths, sources by
 * following imports. Where imports do not tell everything, every file matters; so it is where a file that is imported is
 * not tracked, since it may be built from others.
 * For example `(await stagedRelevance(config, files)).matters`.
 */
export async function stagedRelevance(config: Config, files: StagedFiles): Promise<Relevance> {
  const { repository: within, staged, tracked } = files;
  if (staged.length === 0) return { matters: false, sources: [] };
  const graphs = await Promise.all([
    configGraph(config, within),
    ...config.protocols.map((one) => sourceGraph(config, one, within)),
  ]);
  const sources = [...new Set(graphs.flatMap((graph) => graph.files))].toSorted(compareCodeUnits);
  const known = new Set(sources);
  const places = [...(await outputPlaces(config)), await real(templatesFolder())];
  const isKnown = (file: string): boolean =>
    known.has(file) || SETTINGS.test(basename(file)) || places.some((place) => isWithin(place, file));
  const isUnsure = graphs.some(({ isComplete }) => !isComplete) || sources.some((file) => !tracked.has(file));
  return { matters: isUnsure || staged.some(isKnown), sources };
}

async function configGraph({ root, file }: Config, within: string): Promise<ImportGraph> {
  if (file === undefined) return { files: [], isComplete: true };
  const path = await real(file);
  return path.endsWith(".json") ? { files: [path], isComplete: true } : graphOf({ root, file: path, within });
}

async function sourceGraph({ root }: Config, { source }: ProtocolConfig, within: string): Promise<ImportGraph> {
  const resolved = await resolveSource(root, source);
  if (resolved.kind !== "file") return { files: [], isComplete: false };
  const file = await real(resolved.file);
  // What is installed cannot be staged; the lock file stands for it.
  if (file.includes(`${sep}node_modules${sep}`)) return { files: [], isComplete: true };
  return file.endsWith(".json") ? { files: [file], isComplete: true } : graphOf({ root, file, within });
}

/** Following imports takes the bundler, which takes longer to load than everything else does. */
async function graphOf(module: { root: string; file: string; within: string }): Promise<ImportGraph> {
  const { importGraph } = await import("../../config/module/import-graph.js");
  return importGraph(module);
}

/** The files and folders that targets write, whether they are there or not. */
async function outputPlaces({ root, protocols }: Config): Promise<readonly string[]> {
  const folder = await real(root);
  return protocols.flatMap(({ targets }) => targets.map(({ output }) => join(folder, output)));
}

function isWithin(place: string, file: string): boolean {
  return file === place || file.startsWith(place.endsWith(sep) ? place : place + sep);
}

/** Git names files by their real paths. */
function real(path: string): Promise<string> {
  return realpath(path).catch(() => path);
}
