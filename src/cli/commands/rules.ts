import type { CliCommand } from "../cli-command.js";

/** Lists the rules. */
export const rulesCommand: CliCommand = {
  name: "rules",
  summary: "list the rules of diff and lint: what each checks, and what it does by default",
  arguments: () => [],
  options: () => [],
  run: async (invocation) => (await import("./rules/run-rules-command.js")).runRulesCommand(invocation),
};
