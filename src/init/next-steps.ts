import type { InitChoices } from "./choices.js";
import { packageManagers } from "./package-manager.js";
import type { ProjectFacts } from "./project-facts.js";
import { repositoryPath } from "./repository-path.js";

/** The command lines that are left to run, in order. Nothing is installed without being asked for. */
export function nextSteps(facts: ProjectFacts, choices: InitChoices): readonly string[] {
  const { add, exec } = packageManagers[choices.packageManager];
  const install = facts.dependencies.has("typewire") ? [] : [`${add} typewire`];
  return [...install, ...hookSteps(facts, choices), `${exec} typewire generate`];
}

/** What runs the hooks is installed in the repository's folder: that is where git looks for it. */
function hookSteps(facts: ProjectFacts, { hook, packageManager }: InitChoices): readonly string[] {
  if (hook === "none" || facts.repository === undefined) return [];
  if (hook === "pre-commit") return ["pre-commit install"];
  const { add, exec } = packageManagers[packageManager];
  const install = facts.repositoryDependencies.has(hook) ? [] : [`${add} ${hook}`];
  const steps = hook === "lefthook" ? [`${exec} lefthook install`] : [`${exec} husky`, ...prepareScript(facts)];
  const place = facts.subfolder === "" ? "" : `cd ${repositoryPath(facts, ".").slice(0, -2)} && `;
  return [...install, ...steps].map((command) => place + command);
}

/** Husky has to run after every installation. In the folder itself the script is written already. */
function prepareScript({ subfolder }: ProjectFacts): readonly string[] {
  return subfolder === "" ? [] : ["npm pkg set scripts.prepare=husky"];
}
