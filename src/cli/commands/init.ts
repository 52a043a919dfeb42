import { Option } from "commander";
import type { CliCommand } from "../cli-command.js";

/** Sets a project up. */
export const initCommand: CliCommand = {
  name: "init",
  summary: "set a project up: config, package scripts, GitHub workflow, pre-commit hook; overwrite nothing",
  arguments: () => [],
  options: () => [
    new Option("--yes", "ask nothing and take what is found"),
    new Option("--source <path>", "the registry: a module, a JSON Schema file or a package"),
    new Option("--targets <names>", "targets, separated by commas (default: all)"),
    new Option("--hook <manager>", "what runs git hooks").choices(["lefthook", "husky", "pre-commit", "none"]),
    new Option("--package-manager <name>", "what installs packages").choices(["npm", "pnpm", "yarn", "bun"]),
  ],
  run: async (invocation) => (await import("./init/run-init.js")).runInit(invocation),
};
