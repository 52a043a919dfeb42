import { Argument, Option } from "commander";
import type { CliCommand } from "../cli-command.js";

/** Writes what the config asks for. */
export const generateCommand: CliCommand = {
  name: "generate",
  summary: "write the outputs of all targets, or of those that are named",
  arguments: () => [new Argument("[target...]", "names of targets, or the path of one schema file")],
  options: () => [
    new Option("--out <dir>", "the output folder, for a schema file without a config"),
    new Option("--force", "write over files in the outputs' places that typewire did not write, too"),
    new Option("--prune", "delete outputs that no target of the config writes any more, too"),
    new Option("--watch", "generate again after every change, until Ctrl-C"),
    new Option("--profile", "say how long each step takes, and how much memory"),
    new Option("--no-cache", "make everything anew, even what has not changed"),
  ],
  run: async (invocation) =>
    invocation.options["watch"] === true
      ? (await import("./generate/watch-and-generate.js")).watchAndGenerate(invocation)
      : (await import("./generate/generate-once.js")).generateOnce(invocation),
};
