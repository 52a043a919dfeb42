import type { CliCommand } from "../cli-command.js";
import { addCommand } from "./add.js";
import { checkCommand } from "./check.js";
import { diffCommand } from "./diff.js";
import { generateCommand } from "./generate.js";
import { initCommand } from "./init.js";
import { inspectCommand } from "./inspect.js";
import { lintCommand } from "./lint.js";
import { rulesCommand } from "./rules.js";
import { validateCommand } from "./validate.js";

/** Every command, in the order of `--help`. */
export const commands: readonly CliCommand[] = [
  generateCommand,
  checkCommand,
  inspectCommand,
  diffCommand,
  lintCommand,
  rulesCommand,
  validateCommand,
  initCommand,
  addCommand,
];
