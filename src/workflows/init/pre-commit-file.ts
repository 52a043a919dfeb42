import { insertUnder, keyPlace } from "./yaml-block.js";

/** The lines of a hook that runs what the project has installed. `entry` is a YAML value. */
export function preCommitEntry(entry: string): readonly string[] {
  return [
    "- repo: local",
    "  hooks:",
    "    - id: typewire",
    "      name: typewire check",
    `      entry: ${entry}`,
    "      language: system",
    "      # Which files matter is what the command finds out.",
    "      always_run: true",
    "      pass_filenames: false",
  ];
}

/** A pre-commit file with the hook more; undefined where its list of repositories is not in block style. */
export function withPreCommitEntry(text: string, entry: string): string | undefined {
  const lineBreak = text.includes("\r\n") ? "\r\n" : "\n";
  const lines = text.split(lineBreak);
  const repos = keyPlace(lines, "repos");
  return repos === undefined ? undefined : insertUnder(lines, repos, preCommitEntry(entry)).join(lineBreak);
}
