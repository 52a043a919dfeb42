import { Argument, Option } from "commander";
import type { CliCommand } from "../cli-command.js";

/** Compares the committed outputs with what the schemas give. */
export const checkCommand: CliCommand = {
  name: "check",
  summary: "name every output that is missing, stale or left over; write nothing",
  arguments: () => [new Argument("[target...]", "names of targets, or the path of one schema file")],
  options: () => [
    new Option("--out <dir>", "the output folder, for a schema file without a config"),
    new Option("--no-cache", "look at everything, as on a CI server, even at what has not changed"),
    new Option("--profile", "say how long each step takes, and how much memory"),
    new Option("--committed", "find fault with outputs that git does not track, too"),
    new Option(
      "--staged",
      "for a pre-commit hook: --committed, if a staged file can matter, and as the commit will hold it",
    ),
  ],
  run: async (invocation) =>
    invocation.options["staged"] === true
      ? (await import("./check/run-staged-check.js")).runStagedCheck(invocation)
      : (await import("./check/run-check.js")).runCheck(invocation),
};
