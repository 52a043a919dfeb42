import type { InitChoices } from "./choices.js";
import { packageManagers } from "./package-manager.js";
import type { ProjectFacts } from "./project-facts.js";
import { repositoryPath } from "./repository-path.js";

/** The command lines that are left to run, in order. Nothing is installed without being asked for. */
export function nextSteps(facts: ProjectFacts, choices: InitChoices): readonly string[] {
  const { add, exec } = packageManagers[choices.packageManager];
  const own = facts.dependencies.has("typewire") ? [] : ["typewire"];
  const runner = missingHookRunner(facts, choices);
  const isOneFolder = facts.subfolder === "";
  const install = (names: readonly string[]): readonly string[] =>
    names.length === 0 ? [] : [`${add} ${names.join(" ")}`];
  // What runs the hooks is installed in the repository's folder: that is where git looks for it.
  const place = isOneFolder ? "" : `cd ${repositoryPath(facts, ".").slice(0, -"/.".length)} && `;
  const hooks = [...(isOneFolder ? [] : install(runner)), ...hookSteps(facts, choices)];
  return [
    ...install(isOneFolder ? [...own, ...runner] : own),
    ...hooks.map((command) => place + command),
    `${exec} typewire generate`,
  ];
}

function missingHookRunner(
  { repository, repositoryDependencies }: ProjectFacts,
  { hook }: InitChoices,
): readonly string[] {
  const isPackage = hook === "lefthook" || hook === "husky";
  return isPackage && repository !== undefined && !repositoryDependencies.has(hook) ? [hook] : [];
}

function hookSteps({ repository, subfolder }: ProjectFacts, { hook, packageManager }: InitChoices): readonly string[] {
  const { exec } = packageManagers[packageManager];
  if (repository === undefined) return [];
  switch (hook) {
    case "lefthook":
      return [`${exec} lefthook install`];
    case "husky":
      // It has to run after every installation. In the folder itself the script is written already.
      return [`${exec} husky`, ...(subfolder === "" ? [] : ["npm pkg set scripts.prepare=husky"])];
    case "pre-commit":
      return ["pre-commit install"];
    case "none":
      return [];
  }
}
