import type { Argument, Option } from "commander";
import type { ExitCode } from "./exit-code.js";
import type { Io } from "./io.js";

/** One command of the program. It is light: what it does is imported when it runs, so that `--help` stays quick. */
export interface CliCommand {
  /** For example `generate`. */
  readonly name: string;
  /** One line for `--help`. */
  readonly summary: string;
  /** Its arguments, made anew for each program. */
  readonly arguments: () => readonly Argument[];
  /** What `--format` accepts beside the four that every command has. For example `["markdown"]`. */
  readonly formats?: readonly string[];
  /** Its options besides `--config`, `--format` and `--no-color`, which every command has. */
  readonly options: () => readonly Option[];
  readonly run: (invocation: Invocation) => Promise<ExitCode>;
}

/** A command line, taken apart. */
export interface Invocation {
  readonly io: Io;
  /** Positional arguments in order; those of a variadic argument one after another. */
  readonly arguments: readonly string[];
  readonly options: Options;
}

/** The options by their camel-case names. For example `{ config: "other.config.ts", format: "json", color: true }`. */
export type Options = Readonly<Record<string, unknown>>;

/** An option's text, or undefined where it is not given. For example `textOption(options, "config")`. */
export function textOption(options: Options, name: string): string | undefined {
  const value = options[name];
  return typeof value === "string" ? value : undefined;
}
