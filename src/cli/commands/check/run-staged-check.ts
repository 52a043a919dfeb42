import { createDiagnosticList } from "../../../diagnostics/collector.js";
import { readStagedFiles } from "../../../staged-files.js";
import type { Invocation } from "../../cli-command.js";
import type { ExitCode } from "../../exit-code.js";
import { exitCodeOf } from "../../exit-code-of.js";
import { projectRoot } from "../../project-root.js";

/**
 * What a pre-commit hook runs: nothing where no staged file can matter, else the whole check, and beyond it that the
 * commit holds what was checked. Git is asked first and answers while modules are loaded, each when it is needed.
 */
export async function runStagedCheck(invocation: Invocation): Promise<ExitCode> {
  const asked = readStagedFiles(projectRoot(invocation));
  const diagnostics = createDiagnosticList();
  const [{ openConfig }, { couldNotRun, finish }, { stagedRelevance }] = await Promise.all([
    import("../../open-config.js"),
    import("../../finish.js"),
    import("../../../staged-relevance.js"),
  ]);
  const opened = await openConfig(invocation, diagnostics);
  if (opened === undefined)
    return finish(invocation, couldNotRun("check", projectRoot(invocation), diagnostics.diagnostics));
  const { root } = opened.config;
  const git = await asked;
  if (!git.ok) {
    const { stagedDiagnostics } = await import("../../../staged-diagnostics.js");
    const found = stagedDiagnostics.create("no-repository", { reason: git.reason });
    return finish(invocation, couldNotRun("check", root, [found]));
  }
  const { matters, sources } = await stagedRelevance(opened.config, git.files);
  const outcome = { command: "check", root, diagnostics: [], passed: [], results: { files: [] } };
  if (!matters) return finish(invocation, { ...outcome, text: "No staged file matters here.\n", exitCode: 0 });
  const { checkCommit } = await import("./check-commit.js");
  const { checkSummary } = await import("./check-summary.js");
  const states = await checkCommit({ invocation, opened, git: git.files, sources }, diagnostics);
  return finish(invocation, {
    ...outcome,
    diagnostics: diagnostics.diagnostics,
    passed: states.filter(({ status }) => status === "unchanged").map(({ path }) => path),
    results: { files: states.map(({ path, status, owner }) => ({ path, status, owner })) },
    text: checkSummary(states),
    exitCode: exitCodeOf(diagnostics.diagnostics),
  });
}
