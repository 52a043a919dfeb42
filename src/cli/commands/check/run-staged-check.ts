import { createDiagnosticList } from "../../../diagnostics/collector.js";
import { readStagedFiles } from "../../../workflows/staged/staged-files.js";
import type { Invocation } from "../../cli-command.js";
import type { ExitCode } from "../../exit-code.js";
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
    import("../../../workflows/staged/relevance.js"),
  ]);
  const opened = await openConfig(invocation, diagnostics);
  if (opened === undefined)
    return finish(invocation, couldNotRun("check", projectRoot(invocation), diagnostics.diagnostics));
  const { root } = opened.config;
  const git = await asked;
  if (!git.ok) {
    const { stagedDiagnostics } = await import("../../../workflows/staged/diagnostics.js");
    const found = stagedDiagnostics.create("no-repository", { reason: git.reason });
    return finish(invocation, couldNotRun("check", root, [found]));
  }
  const { matters, sources } = await stagedRelevance(opened.config, git.files);
  if (!matters) {
    const nothing = { command: "check", root, diagnostics: [], passed: [], results: { files: [] } };
    return finish(invocation, { ...nothing, text: "No staged file matters here.\n", exitCode: 0 });
  }
  const { checkOpened, checkOutcome } = await import("./run-check.js");
  const { reportUncommitted } = await import("../../../workflows/staged/report-uncommitted.js");
  // What is not tracked is reported beside what is not staged.
  const checked = await checkOpened({ invocation: withoutCommitted(invocation), opened }, diagnostics);
  await reportUncommitted({ root, git: git.files, sources, states: checked.states }, diagnostics);
  return finish(invocation, checkOutcome(root, { ...checked, untracked: [] }, diagnostics.diagnostics));
}

function withoutCommitted(invocation: Invocation): Invocation {
  return { ...invocation, options: { ...invocation.options, committed: false } };
}
