import { Argument, Option } from "commander";
import type { CliCommand } from "../cli-command.js";

/** Validates JSON against a definition, or whole frames with what they carry. */
export const validateCommand: CliCommand = {
  name: "validate",
  summary: "validate JSON or NDJSON files, or standard input, against a definition",
  arguments: () => [
    new Argument(
      "[name]",
      "a definition; the path of one schema file may stand before it; with --frame, the first file",
    ),
    new Argument("[file...]", "files; standard input where there is none, or for -"),
  ],
  options: () => [
    new Option("--frame", "whole frames, with the params, results and payloads of the protocol's methods and events"),
    new Option("--method <name>", "with --frame: what responses answer whose request is not in the same file"),
    new Option("--all-errors", "every error of a value instead of the first"),
    new Option("--protocol <name>", "only this protocol of the config"),
  ],
  run: async (invocation) => (await import("./validate/run-validate.js")).runValidate(invocation),
};
