import { Argument, Option } from "commander";
import type { CliCommand } from "../cli-command.js";

/** Shows what the schemas were understood as. */
export const inspectCommand: CliCommand = {
  name: "inspect",
  summary: "show what the schemas were understood as: all of it, or one definition, method or event",
  arguments: () => [
    new Argument(
      "[schema or name...]",
      "the path of one schema file, to read it without a config; a definition, a method or an event",
    ),
  ],
  options: () => [
    new Option("--json", "as JSON instead of a tree"),
    new Option("--protocol <name>", "only this protocol of the config"),
  ],
  run: async (invocation) => (await import("./inspect/run-inspect.js")).runInspect(invocation),
};
