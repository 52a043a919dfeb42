import { spawn } from "node:child_process";

/** What a program is run with. */
export interface ProgramInput {
  /** The working folder. */
  readonly folder: string;
  /** What it reads from its standard input. */
  readonly input?: string;
}

/** What a program said, and whether it said that all is well. */
export interface ProgramOutput {
  readonly ok: boolean;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a program to its end, without blocking: a compiler may take minutes.
 * For example `runProgram(swift.command("swiftc", ["--version"]), { folder })`.
 */
export async function runProgram(
  command: readonly string[],
  { folder, input = "" }: ProgramInput,
): Promise<ProgramOutput> {
  const [file = "", ...args] = command;
  const child = spawn(file, args, { cwd: folder });
  const [stdout, stderr] = [text(child.stdout), text(child.stderr)];
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  child.stdin.on("error", () => undefined);
  child.stdin.end(input);
  const status = await ended;
  return { ok: status === 0, stdout: await stdout, stderr: await stderr };
}

async function text(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}
