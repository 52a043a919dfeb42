import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { InitChoices } from "./choices.js";
import { LEFTHOOK_FILES, lefthookOther } from "./hook-manager.js";
import { withLefthookCommand } from "./lefthook-file.js";
import { packageManagers } from "./package-manager.js";
import { preCommitEntry, withPreCommitEntry } from "./pre-commit-file.js";
import type { ProjectFacts } from "./project-facts.js";
import { repositoryPath } from "./repository-path.js";
import type { Step } from "./step.js";
import { yamlText } from "./yaml-block.js";

/** The entry in the file of the repository's hook manager; no step without a hook manager. */
export function hookStep(facts: ProjectFacts, choices: InitChoices): Step | undefined {
  const command = hookCommand(facts, choices);
  switch (choices.hook) {
    case "lefthook":
      return lefthookStep(facts, command);
    case "husky":
      return huskyStep(facts, command);
    case "pre-commit":
      return preCommitStep(facts, command);
    case "none":
      return undefined;
  }
}

const RUNS_ALREADY = "it runs typewire already";
const ADDED = "the pre-commit hook";

function lefthookStep(facts: ProjectFacts, command: string): Step {
  const top = facts.repository ?? facts.folder;
  const lines = withLefthookCommand("", command) ?? "";
  const other = lefthookOther(top);
  const name = LEFTHOOK_FILES.find((file) => existsSync(join(top, file)));
  if (other !== undefined && name === undefined) {
    return { kind: "by-hand", path: repositoryPath(facts, other), reason: "only YAML is added to", lines };
  }
  return yamlStep(facts, { name: name ?? "lefthook.yml", lines, extend: (text) => withLefthookCommand(text, command) });
}

function preCommitStep(facts: ProjectFacts, command: string): Step {
  // pre-commit splits an entry into words as a shell does, but runs no shell.
  const entry = facts.subfolder === "" ? command : `sh -c ${shellWord(command)}`;
  const lines = ["repos:", ...preCommitEntry(yamlText(entry)).map((line) => `  ${line}`), ""].join("\n");
  const extend = (text: string): string | undefined => withPreCommitEntry(text, yamlText(entry));
  return yamlStep(facts, { name: ".pre-commit-config.yaml", lines, extend });
}

function yamlStep(
  facts: ProjectFacts,
  { name, lines, extend }: { name: string; lines: string; extend: (text: string) => string | undefined },
): Step {
  const path = repositoryPath(facts, name);
  const file = join(facts.folder, path);
  if (!existsSync(file)) return { kind: "create", path, text: lines };
  const text = readFileSync(file, "utf8");
  if (/\btypewire\b/u.test(text)) return { kind: "keep", path, reason: RUNS_ALREADY };
  const extended = extend(text);
  if (extended !== undefined) return { kind: "extend", path, text: extended, added: ADDED };
  return { kind: "by-hand", path, reason: "it is not written in the plain style that can be added to", lines };
}

/** Husky runs the file with a shell; what stands behind an `exit` or `exec` would never run. */
function huskyStep(facts: ProjectFacts, command: string): Step {
  const path = repositoryPath(facts, ".husky/pre-commit");
  const file = join(facts.folder, path);
  const line = facts.subfolder === "" ? command : `(${command})`;
  if (!existsSync(file)) return { kind: "create", path, text: `${line}\n`, isExecutable: true };
  const text = readFileSync(file, "utf8");
  if (/\btypewire\b/u.test(text)) return { kind: "keep", path, reason: RUNS_ALREADY };
  if (/^\s*(?:exit|exec)\b/mu.test(text)) {
    return { kind: "by-hand", path, reason: "it may end before its last line", lines: `${line}\n` };
  }
  const separator = text === "" || text.endsWith("\n") ? "" : "\n";
  return { kind: "extend", path, text: `${text}${separator}${line}\n`, added: ADDED };
}

/** The command line of the pre-commit hook, for a POSIX shell in the repository's folder. For example `pnpm exec typewire check --staged`. */
function hookCommand({ subfolder }: ProjectFacts, { packageManager }: InitChoices): string {
  const command = `${packageManagers[packageManager].exec} typewire check --staged`;
  return subfolder === "" ? command : `cd ${shellWord(subfolder)} && ${command}`;
}

/** A word of a shell's command line; quoted where it has to be. */
function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/u.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
