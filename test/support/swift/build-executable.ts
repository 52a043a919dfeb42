import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { SwiftTools } from "../swift.js";
import { runProgram } from "./run-program.js";

/** What became of a build. */
export interface SwiftBuild {
  readonly ok: boolean;
  /** Errors and warnings, as the compiler wrote them; empty where it found nothing to say. */
  readonly output: string;
  /** The executable's path; it is there only if `ok`. */
  readonly executable: string;
}

/** Swift sources by file name, `main.swift` among them. */
export type SwiftSources = Readonly<Record<string, string>>;

/** Without optimisation, in one call, in Swift 6 mode. */
const FLAGS: readonly string[] = ["-swift-version", "6", "-Onone", "-module-name", "Conformance"];
const WAIT = 500;

/**
 * Builds an executable. The same sources are built once: hundreds of models take minutes, and several tests want the
 * same ones. What was built stays in the temporary folder under a hash of the sources, where another process finds it;
 * one that comes while it is being built waits.
 */
export async function buildExecutable(swift: SwiftTools, sources: SwiftSources): Promise<SwiftBuild> {
  const folder = join(tmpdir(), "typewire-swift", hashOf(swift, sources));
  const result = join(folder, "result.json");
  mkdirSync(folder, { recursive: true });
  while (!existsSync(result)) {
    if (takeLock(folder)) await build(swift, sources, folder);
    else await setTimeout(WAIT);
  }
  const { ok, output }: { ok: boolean; output: string } = JSON.parse(readFileSync(result, "utf8"));
  return { ok, output, executable: join(folder, "conformance") };
}

async function build(swift: SwiftTools, sources: SwiftSources, folder: string): Promise<void> {
  try {
    for (const [name, text] of Object.entries(sources)) writeFileSync(join(folder, name), text);
    const command = swift.command("swiftc", [...FLAGS, ...Object.keys(sources), "-o", "conformance"]);
    const { ok, stdout, stderr } = await runProgram(command, { folder });
    const draft = join(folder, "result.draft.json");
    writeFileSync(draft, JSON.stringify({ ok, output: `${stdout}${stderr}` }));
    renameSync(draft, join(folder, "result.json"));
  } finally {
    rmSync(lockOf(folder), { force: true });
  }
}

function lockOf(folder: string): string {
  return join(folder, "builder.pid");
}

/** Whether the folder is now ours to build in. A lock whose process is gone counts for nothing. */
function takeLock(folder: string): boolean {
  const lock = lockOf(folder);
  try {
    writeFileSync(lock, String(process.pid), { flag: "wx" });
    return true;
  } catch {
    if (existsSync(lock) && !isRunning(Number(readFileSync(lock, "utf8")))) rmSync(lock, { force: true });
    return false;
  }
}

function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch {
    return false;
  }
}

function hashOf(swift: SwiftTools, sources: SwiftSources): string {
  const hash = createHash("sha256").update(JSON.stringify([swift.command("swiftc", FLAGS), Object.entries(sources)]));
  return hash.digest("hex").slice(0, 24);
}
