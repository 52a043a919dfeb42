import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, posix } from "node:path";
import type { ProtocolConfig } from "../config/config.js";
import { git } from "./git.js";
import { readFolder } from "./read-folder.js";
import { type ReadSource, readSource } from "./read-source.js";
import type { RevisionRequest } from "./revision.js";
import { withWorktree } from "./worktree.js";

/** A commit to read a protocol from. */
export interface CommitRequest extends RevisionRequest {
  /** The commit's own name, which no branch moves. */
  readonly commit: string;
}

/** What was read of a commit, and from which committed document where its registry could not be loaded. */
export interface ReadCommit extends ReadSource {
  readonly document: string | undefined;
}

/**
 * Reads a commit's version of a protocol: from the JSON Schema output that was committed, where that says all that the
 * registry would; else by loading the registry in a folder of its own; else from the output after all. Undefined where
 * the commit has neither.
 */
export async function readCommit(request: CommitRequest): Promise<ReadCommit | undefined> {
  const document = await readDocument(request);
  const knowsAll = document?.read.revision !== undefined && Object.values(document.read.revision.knows).every(Boolean);
  if (document !== undefined && (knowsAll || request.settings.source.endsWith(".json")))
    return { ...document.read, document: undefined };
  const loaded = await withWorktree(request.root, request.commit, (folder) => readFolder(request, folder));
  if (loaded?.revision !== undefined || loaded?.isNew === true) return { ...loaded, document: undefined };
  if (document?.read.revision !== undefined) return { ...document.read, document: document.file };
  return loaded === undefined ? undefined : { ...loaded, document: undefined };
}

async function readDocument({
  settings,
  root,
  commit,
}: CommitRequest): Promise<{ readonly file: string; readonly read: ReadSource } | undefined> {
  const outputs = settings.targets.map(({ output }) => output);
  for (const file of [settings.source, ...outputs].filter((path) => path.endsWith(".json"))) {
    const shown = await git(root, ["show", `${commit}:./${posix.normalize(file)}`]);
    if (!shown.ok) continue;
    const read = await readText(shown.stdout, basename(file), settings);
    if (read.revision !== undefined || file === settings.source) return { file, read };
  }
  return undefined;
}

async function readText(text: string, name: string, settings: ProtocolConfig): Promise<ReadSource> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "typewire-document-")));
  try {
    writeFileSync(join(folder, name), text);
    return await readSource({ ...settings, source: name }, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
