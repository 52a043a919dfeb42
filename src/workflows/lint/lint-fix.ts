import { readFile, writeFile } from "node:fs/promises";
import { readFileSync } from "node:fs";
import { createDiagnosticList, type DiagnosticCollector } from "../../diagnostics/collector.js";
import { projectPath } from "../../config/module/project-path.js";
import { type Linting, type LintRequest, lint } from "./lint.js";
import { applyEdits } from "../../rules/lint/fix/apply-edits.js";

/** Lint after everything mechanical was mended. */
export interface MendedLinting extends Linting {
  /** The files that were changed, relative to the root, in the order of the changes. */
  readonly changed: readonly string[];
}

/** One change may make room for another; more rounds than this are a rule that does not mend what it finds. */
const MOST_ROUNDS = 10;

/**
 * Mends what takes no decision in the registry's own files, and lints again until nothing is left to mend. Reports what
 * remains. Files outside the project are left alone.
 */
export async function lintFix(request: LintRequest): Promise<MendedLinting> {
  const changed = new Set<string>();
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const attempt = { ...request, diagnostics: createDiagnosticList(), fresh: round > 0 };
    const linting = await lint(attempt);
    const files = await mend(request.config.root, linting);
    for (const file of files) changed.add(file);
    if (files.length === 0) return finished(linting, attempt.diagnostics, { request, changed });
  }
  const attempt = { ...request, diagnostics: createDiagnosticList(), fresh: true };
  return finished(await lint(attempt), attempt.diagnostics, { request, changed });
}

function finished(
  linting: Linting,
  { diagnostics }: ReturnType<typeof createDiagnosticList>,
  {
    request,
    changed,
  }: { readonly request: { readonly diagnostics: DiagnosticCollector }; changed: ReadonlySet<string> },
): MendedLinting {
  for (const diagnostic of diagnostics) request.diagnostics.report(diagnostic);
  return { ...linting, changed: [...changed] };
}

async function mend(root: string, { fixes }: Linting): Promise<readonly string[]> {
  const own = fixes.filter((edits) => edits.every(({ file }) => isOwn(projectPath(root, file))));
  const texts = applyEdits(own, (file) => readFileSync(file, "utf8"));
  const changed: string[] = [];
  for (const [file, text] of texts) {
    if ((await readFile(file, "utf8")) === text) continue;
    await writeFile(file, text);
    changed.push(projectPath(root, file));
  }
  return changed;
}

function isOwn(path: string): boolean {
  return !path.startsWith("../") && !path.includes("node_modules/");
}
