import { readdirSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { templatesFolder } from "../../../render/templates-folder.js";
import type { Invocation } from "../../cli-command.js";
import { count } from "../../count.js";
import type { ExitCode } from "../../exit-code.js";
import { createFileWatcher } from "../../file-watcher.js";
import { projectRoot } from "../../project-root.js";
import { generateOnce } from "./generate-once.js";

/**
 * Generates, and generates again whenever a file of the config, of a registry or a template changes, until the command is
 * interrupted. What is wrong meanwhile is said, and the next change may mend it.
 */
export async function watchAndGenerate(invocation: Invocation): Promise<ExitCode> {
  const { io } = invocation;
  const say = (line: string): void => io.stderr.write(`${line}\n`);
  const watcher = createFileWatcher();
  const end = io.interrupted().then(() => watcher.close());
  let sources: readonly string[] = [];
  while (!watcher.isClosed) {
    const since = Date.now();
    const read: string[] = [];
    const exitCode = await generateOnce(invocation, { fresh: true, onFiles: (files) => read.push(...files) });
    // What does not compile does not say what it imports: all that was known before stays, and new files count too.
    sources = [...new Set(exitCode === 0 ? read : [...sources, ...read])];
    const folders =
      exitCode === 0 ? [] : [...new Set([projectRoot(invocation), ...sources.map((file) => dirname(file))])];
    await watcher.watch({ files: new Set([...sources, ...templates()]), folders, since });
    if (watcher.isClosed) break;
    say(`Watching ${count(sources.length, "file")}. Ctrl-C ends it.`);
    for (const file of await watcher.changed()) say(`changed  ${relative(io.cwd, file).split(sep).join("/")}`);
  }
  await end;
  return 0;
}

function templates(): readonly string[] {
  const entries = readdirSync(templatesFolder(), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
