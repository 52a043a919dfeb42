import { Command, Option } from "commander";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isRecord } from "../support/json.js";
import { packageRoot } from "../support/package-root.js";
import type { CliCommand } from "./cli-command.js";
import type { ExitCode } from "./exit-code.js";
import type { Io } from "./io.js";

const FORMATS = ["text", "json", "github", "junit"];

/** Makes the program of the commands. `onExit` is told a command's exit code; what commander finds wrong is thrown. */
export function createProgram(commands: readonly CliCommand[], io: Io, onExit: (code: ExitCode) => void): Command {
  const program = new Command("typewire")
    .description(
      "Generates JSON Schema, Swift and TypeScript from a protocol's TypeBox schemas, and keeps them in step.",
    )
    .version(version())
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
  for (const command of commands) program.addCommand(subcommand(program, { command, io, onExit }));
  return program;
}

function subcommand(
  program: Command,
  { command, io, onExit }: { command: CliCommand; io: Io; onExit: (code: ExitCode) => void },
): Command {
  const made = program.createCommand(command.name).copyInheritedSettings(program).description(command.summary);
  for (const argument of command.arguments()) made.addArgument(argument);
  const shared = [
    new Option("--config <file>", "the config file (default: typewire.config.ts)"),
    new Option("--format <format>", "how findings are printed")
      .choices([...FORMATS, ...(command.formats ?? [])])
      .default("text"),
    new Option("--no-color", "print without colour"),
  ];
  for (const option of [...command.options(), ...shared]) made.addOption(option);
  return made.action(async () => {
    onExit(await command.run({ io, arguments: made.args, options: made.opts() }));
  });
}

function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(packageRoot(import.meta.dirname), "package.json"), "utf8"));
  return isRecord(manifest) ? String(manifest["version"]) : "";
}
