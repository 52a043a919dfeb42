import { createDiagnosticList } from "../../../diagnostics/collector.js";
import { carryOut } from "../../../workflows/init/carry-out.js";
import type { InitChoices } from "../../../workflows/init/choices.js";
import { nextSteps } from "../../../workflows/init/next-steps.js";
import { planInit } from "../../../workflows/init/plan.js";
import { type ProjectFacts, readProjectFacts } from "../../../workflows/init/project-facts.js";
import type { Invocation } from "../../cli-command.js";
import type { ExitCode } from "../../exit-code.js";
import { couldNotRun, finish } from "../../finish.js";
import { chooseAnswers } from "./choose-answers.js";

/** Finds out what the project is, asks what it cannot know, writes what is missing and says what it did. */
export async function runInit(invocation: Invocation): Promise<ExitCode> {
  const { io } = invocation;
  const diagnostics = createDiagnosticList();
  const facts = await readProjectFacts(io.cwd);
  const choices = await chooseAnswers(invocation, facts, diagnostics);
  if (choices === undefined) return finish(invocation, couldNotRun("init", io.cwd, diagnostics.diagnostics));
  const steps = await planInit(facts, choices);
  const done = carryOut(io.cwd, steps, diagnostics);
  return finish(invocation, {
    command: "init",
    root: io.cwd,
    diagnostics: diagnostics.diagnostics,
    passed: steps.map(({ path }) => path),
    results: { files: steps.map(({ kind, path }) => ({ kind, path })), next: nextSteps(facts, choices) },
    text: summary(done, facts, choices),
    exitCode: diagnostics.hasErrors ? 1 : 0,
  });
}

function summary(done: readonly string[], facts: ProjectFacts, choices: InitChoices): string {
  const noHook =
    facts.repository === undefined
      ? ["no hook    this folder is in no git repository"]
      : choices.hook === "none"
        ? ["no hook    name one with --hook lefthook, husky or pre-commit"]
        : [];
  const next = ["", "Next:", ...nextSteps(facts, choices).map((command) => `  ${command}`)];
  return `${[...done, ...noHook, ...next].join("\n")}\n`;
}
