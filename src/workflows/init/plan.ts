import { resolveSource } from "../../registry/resolve-source.js";
import type { InitChoices } from "./choices.js";
import { configStep } from "./config-step.js";
import { hookStep } from "./hook-step.js";
import type { ProjectFacts } from "./project-facts.js";
import { scriptsStep } from "./scripts-step.js";
import type { Step } from "./step.js";
import { workflowStep } from "./workflow-step.js";

/** What `init` would do, file by file. Nothing is written yet. */
export async function planInit(facts: ProjectFacts, choices: InitChoices): Promise<readonly Step[]> {
  const config = await configStep(facts.folder, choices);
  const hook = facts.repository === undefined ? undefined : hookStep(facts, choices);
  const steps = [config, scriptsStep(facts, choices.hook), workflowStep(facts, choices), hook];
  return steps.filter((step) => step !== undefined);
}

/** Whether a source can be found from a folder. */
export async function sourceExists(folder: string, source: string): Promise<boolean> {
  return (await resolveSource(folder, source)).kind === "file";
}
