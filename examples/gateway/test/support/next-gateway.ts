import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { runInProcess } from "../../../../test/support/run-in-process.js";
import { emptyFolder, writeInto } from "../../../../test/support/typecheck.js";

const ROOT = join(import.meta.dirname, "../../../..");

/** One change to a file: what stands there, and what stands there in the next version. */
export interface Change {
  /** Relative to the root. For example `fixtures/gateway/chat.ts`. */
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** A gateway of another version. */
export interface NextVersion {
  /** For the folder. */
  readonly name: string;
  readonly changes: readonly Change[];
  /** Command lines of typewire that change the registry. */
  readonly commands?: readonly (readonly string[])[];
  /** A module that starts the gateway with `startGateway` and sends its URL to its parent. */
  readonly main: string;
}

const CONFIG = {
  protocols: { gateway: { source: "./fixtures/gateway/schema.ts", targets: { typescript: true } } },
};

/**
 * Copies the sample protocol and the server, changes them, generates, and starts the result in a process of its own.
 * Gives its URL; it ends with the test.
 */
export async function startNextGateway({ name, changes, commands = [], main }: NextVersion): Promise<string> {
  const folder = emptyFolder(`gateway-${name}`);
  for (const part of ["fixtures/gateway", "examples/gateway/server"]) {
    cpSync(join(ROOT, part), join(folder, part), { recursive: true });
  }
  writeInto(folder, "package.json", '{ "type": "module" }');
  writeInto(folder, "typewire.config.json", JSON.stringify(CONFIG));
  writeInto(folder, "main.ts", main);
  for (const change of changes) apply(folder, change);
  for (const command of [...commands, ["generate"]]) {
    const { exitCode, stderr } = await runInProcess(command, folder);
    if (exitCode !== 0) throw new Error(`typewire ${command.join(" ")}: ${stderr}`);
  }
  const child = fork(join(folder, "main.ts"), { execArgv: ["--import", "tsx"] });
  onTestFinished(() => void child.kill());
  const [url]: unknown[] = await once(child, "message");
  return String(url);
}

/** Throws where what is to be changed is not there: then the test would show nothing. */
function apply(folder: string, { file, from, to }: Change): void {
  const path = join(folder, file);
  const text = readFileSync(path, "utf8");
  if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
  writeFileSync(path, text.replace(from, to));
}
