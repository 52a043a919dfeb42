import { Command, InvalidArgumentError, Option } from "commander";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isRecord } from "../support/json.js";
import { packageRoot } from "../support/package-root.js";
import type { CliCommand, Invocation } from "./cli-command.js";
import type { Io } from "./io.js";

const FORMATS = ["text", "json", "github", "junit"];

/** Runs the command that a command line asks for. */
export type RunCommand = (command: CliCommand, invocation: Invocation) => Promise<void>;

/** Makes the program of the commands. What commander finds wrong with a command line is thrown. */
export function createProgram(commands: readonly CliCommand[], io: Io, run: RunCommand): Command {
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
  for (const command of commands) program.addCommand(subcommand(program, { command, io, run }));
  return program;
}

function subcommand(
  program: Command,
  { command, io, run }: { readonly command: CliCommand; readonly io: Io; readonly run: RunCommand },
): Command {
  const made = program.createCommand(command.name).copyInheritedSettings(program).description(command.summary);
  for (const argument of command.arguments()) made.addArgument(argument);
  const shared = [
    new Option("--config <file>", "the config file (default: typewire.config.ts)"),
    new Option("--format <format>", "how findings are printed")
      .choices([...FORMATS, ...(command.formats ?? [])])
      .default("text"),
    new Option("--no-color", "print without colour"),
    new Option("--import-timeout <seconds>", "how long a registry or config may take to import; 0 for ever")
      .default(10)
      .argParser(seconds),
  ];
  for (const option of [...command.options(), ...shared]) made.addOption(option);
  return made.action(() => run(command, { io, arguments: made.args, options: made.opts() }));
}

function seconds(text: string): number {
  const value = text.trim() === "" ? Number.NaN : Number(text);
  // Timers hold no longer time, and take a longer one for none at all.
  if (!(value >= 0 && value <= 2_000_000)) throw new InvalidArgumentError("It is a number of seconds, such as 30.");
  return value;
}

function version(): string {
  return String(manifest()["version"]);
}

/** Asks for a report of a fault of ours, where this copy says that reports go. */
export function reportRequest(): string {
  const { bugs } = manifest();
  const place = isRecord(bugs) ? bugs["url"] : bugs;
  const where = typeof place === "string" ? `at ${place}` : "to whoever maintains the package `typewire`";
  return `Please report it ${where}, with the command and what it read:`;
}

function manifest(): Readonly<Record<string, unknown>> {
  const read: unknown = JSON.parse(readFileSync(join(packageRoot(import.meta.dirname), "package.json"), "utf8"));
  return isRecord(read) ? read : {};
}
