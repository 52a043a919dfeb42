import { statSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { revisionDiagnostics } from "./diagnostics.js";
import { git } from "./git.js";
import { readCommit } from "./read-commit.js";
import { readFolder } from "./read-folder.js";
import { type ReadSource, readSource } from "./read-source.js";
import type { Knowable, Revision, RevisionRequest } from "./revision.js";

/** Whether a revision is a file, which is a version of one protocol alone. */
export function isFileRevision(root: string, revision: string): boolean {
  return statSync(resolve(root, revision), { throwIfNoEntry: false })?.isFile() === true;
}

/** Reads a version of a protocol from a file, a folder or a git revision. Undefined, with findings, where that fails. */
export async function readRevision(request: RevisionRequest): Promise<Revision | "not yet there" | undefined> {
  const path = resolve(request.root, request.revision);
  const kind = statSync(path, { throwIfNoEntry: false });
  if (kind?.isFile() === true)
    return report(request, await readSource({ ...request.settings, source: basename(path) }, dirname(path)));
  if (kind?.isDirectory() === true) return report(request, await readFolder(request, path));
  const { revision, root, diagnostics } = request;
  // A name that begins with a dash would be an option to git.
  const commit = await git(root, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`]);
  if (!commit.ok) {
    const reason = commit.reason.startsWith("Command failed") ? "git does not know it" : commit.reason;
    diagnostics.report(revisionDiagnostics.create("not-found", { revision, reason }));
    return undefined;
  }
  const read = await readCommit({ ...request, commit: commit.stdout.trim() });
  if (read?.document !== undefined) reportMissing(request, read.document, read.revision);
  return report(request, read);
}

function report(
  { revision, settings, diagnostics }: RevisionRequest,
  read: ReadSource | undefined,
): Revision | "not yet there" | undefined {
  if (read?.isNew === true) return "not yet there";
  if (read === undefined) {
    diagnostics.report(revisionDiagnostics.create("no-source", { revision, source: settings.source }));
    return undefined;
  }
  if (read.revision !== undefined) return read.revision;
  const errors = read.found.diagnostics.filter(({ severity }) => severity === "error");
  for (const error of errors) diagnostics.report({ ...error, message: `${revision}: ${error.message}` });
  diagnostics.report(revisionDiagnostics.create("unreadable", { revision, protocol: settings.name }));
  return undefined;
}

const WORDS: Readonly<Record<Knowable, string>> = {
  version: "version",
  methods: "methods",
  events: "events",
  errorCodes: "error codes",
};

function reportMissing({ revision, diagnostics }: RevisionRequest, file: string, read: Revision | undefined): void {
  const knows = read?.knows;
  if (knows === undefined) return;
  const missing = (["version", "methods", "events", "errorCodes"] as const)
    .filter((part) => !knows[part])
    .map((part) => WORDS[part]);
  if (missing.length > 0) diagnostics.report(revisionDiagnostics.create("document-only", { revision, file, missing }));
}
