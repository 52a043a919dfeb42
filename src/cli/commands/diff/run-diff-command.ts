import { appendFileSync } from "node:fs";
import { approveAll } from "../../../workflows/diff/approvals-file.js";
import type { LoadedConfig } from "../../../config/load-config.js";
import { createDiagnosticList, type DiagnosticList } from "../../../diagnostics/collector.js";
import { readDay } from "../../../workflows/diff/day.js";
import { diff } from "../../../workflows/diff/diff.js";
import { policyOf } from "../../../rules/policy/policy-config.js";
import { changesJson } from "../../../rules/report/changes-json.js";
import { changesMarkdown } from "../../../rules/report/changes-markdown.js";
import { changesText, type ProtocolChanges } from "../../../rules/report/changes-text.js";
import { type Invocation, textOption } from "../../cli-command.js";
import { count } from "../../count.js";
import { cliDiagnostics } from "../../diagnostics.js";
import type { ExitCode } from "../../exit-code.js";
import { exitCodeOf } from "../../exit-code-of.js";
import { couldNotRun, finish } from "../../finish.js";
import { openSource } from "../../open-source.js";
import { projectRoot } from "../../project-root.js";
import { createProgress } from "../../progress.js";

/** Compares, prints what was found in the format that was asked for, and writes approvals where it is told to. */
export async function runDiffCommand(invocation: Invocation): Promise<ExitCode> {
  const { io, options } = invocation;
  const diagnostics = createDiagnosticList();
  const previous = previousOf(invocation, diagnostics);
  const opened = await openSource(invocation, diagnostics, { words: 0 });
  if (opened === undefined || previous === undefined) {
    return finish(invocation, couldNotRun("diff", projectRoot(invocation), diagnostics.diagnostics));
  }
  const { config } = opened;
  const progress = createProgress(io, options);
  const [current, protocol] = [textOption(options, "to"), textOption(options, "protocol")];
  const today = textOption(options, "today");
  const request = { config, previous, current, protocol, today, diagnostics, onProgress: progress.show };
  const compared = await diff(request);
  progress.end();
  const reason = textOption(options, "approve");
  if (reason !== undefined) return approveChanges(invocation, { config, compared, diagnostics, reason });
  return finishDiff(invocation, { config, compared, diagnostics });
}

interface Compared {
  readonly config: LoadedConfig;
  readonly compared: readonly ProtocolChanges[];
  readonly diagnostics: DiagnosticList;
}

function previousOf({ options }: Invocation, diagnostics: DiagnosticList): string | undefined {
  const expires = textOption(options, "expires");
  if (expires !== undefined && readDay("expires", expires, diagnostics) === undefined) return undefined;
  const previous = textOption(options, "against") ?? textOption(options, "from");
  if (previous === undefined) diagnostics.report(cliDiagnostics.create("nothing-to-compare", {}));
  return previous;
}

function finishDiff(invocation: Invocation, { config, compared, diagnostics }: Compared): ExitCode {
  const { io, options } = invocation;
  const found = diagnostics.diagnostics;
  const markdown = compared.map(changesMarkdown).join("\n");
  const summary = io.env["GITHUB_STEP_SUMMARY"];
  const format = textOption(options, "format");
  if (format === "github" && summary !== undefined && summary !== "") appendFileSync(summary, markdown);
  const isMarkdown = format === "markdown";
  return finish(invocation, {
    command: "diff",
    root: config.root,
    // The changelog says what broke; beside it only what kept it from being written has to be said.
    diagnostics: isMarkdown ? found.filter(({ code }) => !code.startsWith("breaking/")) : found,
    passed: compared.filter(({ rulings }) => !rulings.some(({ fails }) => fails)).map(({ protocol }) => protocol),
    results: { protocols: compared.map(changesJson) },
    text: isMarkdown ? markdown : compared.map(changesText).join(""),
    exitCode: exitCodeOf(found),
  });
}

function approveChanges(
  invocation: Invocation,
  { config, compared, diagnostics, reason }: Compared & { readonly reason: string },
): ExitCode {
  const file = policyOf(config.sections["policy"]).approvals;
  const others = diagnostics.diagnostics.filter(({ code }) => !code.startsWith("breaking/"));
  const couldCompare = exitCodeOf(others) === 0;
  const expires = textOption(invocation.options, "expires");
  const approved = couldCompare
    ? approveAll({ root: config.root, file, diagnostics }, compared, { reason, expires })
    : 0;
  return finish(invocation, {
    command: "diff",
    root: config.root,
    diagnostics: others,
    passed: compared.map(({ protocol }) => protocol),
    results: { approved, file },
    text: couldCompare ? `${count(approved, "change")} agreed to in ${file}\n` : "",
    exitCode: exitCodeOf(others),
  });
}
