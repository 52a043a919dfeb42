import { Argument, Option } from "commander";
import type { CliCommand } from "../cli-command.js";

/** Compares two versions of the protocols. */
export const diffCommand: CliCommand = {
  name: "diff",
  summary: "name every change since another version, and what it breaks for whom",
  arguments: () => [new Argument("[schema]", "the path of one schema file, which is compared without a config")],
  formats: ["markdown"],
  options: () => [
    new Option("--against <version>", "a git revision, a file or a folder to compare the project with"),
    new Option("--from <version>", "the same as --against, for a pair with --to"),
    new Option("--to <version>", "what to compare with it (default: the project as it is)"),
    new Option("--protocol <name>", "the only protocol of the config to look at"),
    new Option("--approve <reason>", "agree to every change that fails, and write that down"),
    new Option("--expires <date>", "the last day on which that holds, as 2027-01-31"),
    new Option("--today <date>", "the day by which agreements expire (default: the present one)"),
  ],
  run: async (invocation) => (await import("./diff/run-diff-command.js")).runDiffCommand(invocation),
};
