import { hasKey, insertUnder, keyPlace, yamlText } from "./yaml-block.js";

/**
 * A lefthook file with a command more for pre-commit; undefined where the file is written in another style than block
 * style. For example `withLefthookCommand("", "pnpm exec typewire check --staged")`.
 */
export function withLefthookCommand(text: string, command: string): string | undefined {
  const lineBreak = text.includes("\r\n") ? "\r\n" : "\n";
  const lines = text.split(lineBreak);
  const run = `run: ${yamlText(command)}`;
  const hook = keyPlace(lines, "pre-commit");
  if (hook === undefined) {
    if (hasKey(lines, "pre-commit")) return undefined;
    const section = ["pre-commit:", "  commands:", "    typewire:", `      ${run}`, ""];
    const before = text === "" ? [] : [...trimmed(lines), ""];
    return [...before, ...section].join(lineBreak);
  }
  const commands = keyPlace(lines, "commands", hook);
  if (commands !== undefined) {
    const place = { ...commands, indent: commands.indent ?? (hook.indent ?? 2) + 2 };
    return insertUnder(lines, place, ["typewire:", `  ${run}`]).join(lineBreak);
  }
  const jobs = keyPlace(lines, "jobs", hook);
  if (jobs?.indent !== undefined) {
    return insertUnder(lines, jobs, ["- name: typewire", `  ${run}`]).join(lineBreak);
  }
  if (jobs !== undefined || hasKey(lines, "commands", hook) || hasKey(lines, "jobs", hook)) return undefined;
  return insertUnder(lines, hook, ["commands:", "  typewire:", `    ${run}`]).join(lineBreak);
}

/** Without the empty lines at the end. */
function trimmed(lines: readonly string[]): readonly string[] {
  const last = lines.findLastIndex((line) => line.trim() !== "");
  return lines.slice(0, last + 1);
}
