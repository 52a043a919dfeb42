import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, extname, join, relative, sep } from "node:path";
import { systemReason } from "../../../output/system-reason.js";
import { mayConfigureLayout } from "../../../render/has-layout-config.js";
import { templatesFolder } from "../../../render/templates-folder.js";
import type { Invocation } from "../../cli-command.js";
import { count } from "../../count.js";
import type { ExitCode } from "../../exit-code.js";
import { createFileWatcher, type FileWatcher, readText, type Watched, type WatchedFolder } from "../../file-watcher.js";
import { projectRoot } from "../../project-root.js";
import { generateOnce } from "./generate-once.js";

/** What a run has read and made. Paths are absolute. */
interface Run {
  readonly exitCode: ExitCode;
  readonly sources: readonly string[];
  readonly outputs: ReadonlyMap<string, string>;
}

const MODULES = new Set([".ts", ".mts", ".cts", ".js", ".mjs", ".cjs", ".tsx", ".jsx", ".json", ".hbs"]);
/** Configurations that are code: Node runs each once. */
const CODE = /\.[cm]?[jt]s$/u;
/** How often outputs are put right that somebody else changes each time. */
const PATIENCE = 3;

/**
 * Generates, and generates again whenever a file of the config, of a registry, of the layout or a template changes, or an
 * output is not what was made, until the command is interrupted. What is wrong meanwhile is said, and the next change may
 * mend it.
 */
export async function watchAndGenerate(invocation: Invocation): Promise<ExitCode> {
  const watcher = createFileWatcher();
  const end = invocation.io.interrupted().then(() => watcher.close());
  try {
    await generateUntilClosed(invocation, watcher);
  } catch (error) {
    if (!(error instanceof Error && "syscall" in error && error.syscall === "watch")) throw error;
    invocation.io.stderr.write(`typewire: the files cannot be watched: ${systemReason(error)}\n`);
    return 2;
  } finally {
    watcher.close();
  }
  await end;
  return 0;
}

async function generateUntilClosed(invocation: Invocation, watcher: FileWatcher): Promise<void> {
  const { io } = invocation;
  const say = (line: string): void => io.stderr.write(`${line}\n`);
  const name = (path: string): string => relative(io.cwd, path).split(sep).join("/");
  let last: Run = { exitCode: 0, sources: [], outputs: new Map() };
  let restored = 0;
  while (!watcher.isClosed) {
    const since = Date.now();
    const run = await runOnce(invocation, last, say);
    for (const path of leftBehind(last, run)) say(`left     ${name(path)}: it is no output any more, delete it`);
    last = run;
    const isPatient = restored < PATIENCE;
    if (!isPatient) say("Something else changes the outputs each time; they are left alone until a source changes.");
    watcher.watch(watchedOf(invocation, isPatient ? run : { ...run, outputs: new Map() }, since));
    if (watcher.isClosed) return;
    say(`Watching ${count(run.sources.length, "file")}. Ctrl-C ends it.`);
    const changed = await watcher.changed();
    restored = changed.every((path) => run.outputs.has(path)) ? restored + 1 : 0;
    for (const path of changed) say(`${changeOf(path, run)}  ${name(path)}`);
    for (const path of changed.filter(isLayoutCode)) say(`Start again to have ${name(path)} read: it is code.`);
  }
}

/** Runs once. Files may go while they are read, as when a branch is changed: the next change brings them back. */
async function runOnce(invocation: Invocation, last: Run, say: (line: string) => void): Promise<Run> {
  const read: string[] = [];
  const outputs = new Map<string, string>();
  let exitCode: ExitCode = 2;
  try {
    exitCode = await generateOnce(invocation, {
      fresh: true,
      made: new Set(last.outputs.keys()),
      onFiles: (files) => read.push(...files),
      onOutputs: (files) => files.forEach((file) => outputs.set(file, readText(file) ?? "")),
    });
  } catch (error) {
    if (!(error instanceof Error && "syscall" in error)) throw error;
    say(`typewire: a file went away while it was read: ${systemReason(error)}`);
  }
  // What does not compile does not say what it imports: all that was known before stays, and new files count too.
  return exitCode === 0
    ? { exitCode, sources: [...new Set(read)], outputs }
    : { exitCode, sources: [...new Set([...last.sources, ...read])], outputs: new Map([...last.outputs, ...outputs]) };
}

function watchedOf(invocation: Invocation, { exitCode, sources, outputs }: Run, since: number): Watched {
  const root = projectRoot(invocation);
  const parents = exitCode === 0 ? [] : [root, ...sources.map((file) => dirname(file))];
  const modules = [...new Set(parents)].map((path) => ({ path, matters: isModule }));
  const layouts = layoutFolders([root, ...[...outputs.keys()].map((file) => dirname(file))], root);
  return { files: new Set([...sources, ...templates()]), folders: [...modules, ...layouts], outputs, root, since };
}

/** The folders whose layout files count for some folders: they and those above them in the repository, or the project. */
function layoutFolders(folders: readonly string[], root: string): readonly WatchedFolder[] {
  const found = new Set<string>();
  for (const folder of folders) {
    const above = foldersAbove(folder);
    const repository = above.findIndex((one) => existsSync(join(one, ".git")));
    const top = repository === -1 ? above.indexOf(root) : repository;
    above.slice(0, top + 1).forEach((one) => found.add(one));
  }
  return [...found].map((path) => ({ path, matters: mayConfigureLayout }));
}

function foldersAbove(folder: string): readonly string[] {
  return dirname(folder) === folder ? [folder] : [folder, ...foldersAbove(dirname(folder))];
}

/** What a run has made that the next one, which has gone well, makes no more, and that is still there. */
function leftBehind(last: Run, { exitCode, outputs }: Run): readonly string[] {
  if (exitCode !== 0) return [];
  return [...last.outputs.keys()].filter((path) => !outputs.has(path) && existsSync(path));
}

function changeOf(path: string, { outputs }: Run): string {
  if (!outputs.has(path)) return "changed";
  return existsSync(path) ? "edited " : "deleted";
}

function isModule(name: string): boolean {
  return MODULES.has(extname(name));
}

function isLayoutCode(path: string): boolean {
  return mayConfigureLayout(basename(path)) && CODE.test(path);
}

function templates(): readonly string[] {
  const entries = readdirSync(templatesFolder(), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
