import type { InitChoices } from "./choices.js";
import { packageManagers } from "./package-manager.js";
import type { ProjectFacts } from "./project-facts.js";

/** The command line of the pre-commit hook, for a POSIX shell in the repository's folder. For example `pnpm exec typewire check --staged`. */
export function hookCommand({ subfolder }: ProjectFacts, { packageManager }: InitChoices): string {
  const command = `${packageManagers[packageManager].exec} typewire check --staged`;
  return subfolder === "" ? command : `cd ${shellWord(subfolder)} && ${command}`;
}

/** A word of a shell's command line; quoted where it has to be. */
export function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/u.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
