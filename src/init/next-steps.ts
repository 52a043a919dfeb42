import type { InitChoices } from "./choices.js";
import { packageManagers } from "./package-manager.js";
import type { ProjectFacts } from "./project-facts.js";

/** The command lines that are left to run, in order. Nothing is installed without being asked for. */
export function nextSteps(facts: ProjectFacts, { packageManager, hook }: InitChoices): readonly string[] {
  const { add, exec } = packageManagers[packageManager];
  const wanted = hook === "lefthook" || hook === "husky" ? ["typewire", hook] : ["typewire"];
  const missing = wanted.filter((name) => !facts.dependencies.has(name));
  const install = missing.length === 0 ? [] : [`${add} ${missing.join(" ")}`];
  return [...install, ...hookInstallation(hook, exec), `${exec} typewire generate`];
}

function hookInstallation(hook: InitChoices["hook"], exec: string): readonly string[] {
  switch (hook) {
    case "lefthook":
      return [`${exec} lefthook install`];
    case "husky":
      return [`${exec} husky`];
    case "pre-commit":
      return ["pre-commit install"];
    case "none":
      return [];
  }
}
