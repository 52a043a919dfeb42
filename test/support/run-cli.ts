import { spawn } from "node:child_process";
import { join } from "node:path";
import { keepCodes, printedCodes } from "./produced-codes.js";

const BIN = join(import.meta.dirname, "../../bin/typewire.js");

/** What a command printed, and how it ended. */
export interface CliResult {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number | null;
}

/** How the command is run. */
export interface CliOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Node arguments before the command. */
  readonly node?: readonly string[];
}

/** Runs the built command line in a process of its own. `dist/` has to be built, as `pnpm test` does first. */
export function runCli(args: readonly string[], { cwd, env = {}, node = [] }: CliOptions): Promise<CliResult> {
  const child = spawn(process.execPath, [...node, BIN, ...args], {
    cwd,
    env: { PATH: process.env["PATH"], CI: "true", ...env },
  });
  const output = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output.stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (output.stderr += text));
  return new Promise((resolve, reject) => {
    child.on("error", reject).on("close", (exitCode) => {
      keepCodes("produced", printedCodes(output.stdout + output.stderr));
      resolve({ ...output, exitCode });
    });
  });
}

/** A result as a golden: the command, what it printed where, and its exit code. */
export function transcript(args: readonly string[], { stdout, stderr, exitCode }: CliResult): string {
  const printed = `${part("stderr", stderr)}${part("stdout", stdout)}`;
  return `$ typewire ${args.join(" ")}\n${printed}--- exit code ${exitCode}\n`;
}

function part(title: string, text: string): string {
  return text === "" ? "" : `--- ${title}\n${text}`;
}
