import { Argument, Option } from "commander";
import type { CliCommand } from "../cli-command.js";

/** Holds the registries to the protocol's conventions. */
export const lintCommand: CliCommand = {
  name: "lint",
  summary: "name every place where a registry breaks a convention or meets a fault of TypeBox",
  arguments: () => [new Argument("[schema]", "the path of one schema file, which is read without a config")],
  options: () => [new Option("--fix", "mend in the registry's files what takes no decision")],
  run: async (invocation) => (await import("./lint/run-lint-command.js")).runLintCommand(invocation),
};
