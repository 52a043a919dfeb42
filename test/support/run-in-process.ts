import { run } from "../../src/cli/main.js";

/** Runs a command line in this process, from the sources: no build is needed. */
export async function runInProcess(
  argv: readonly string[],
  cwd: string,
): Promise<{ readonly stdout: string; readonly stderr: string; readonly exitCode: number }> {
  const printed = { stdout: "", stderr: "" };
  const stream = (name: keyof typeof printed) => ({
    write: (text: string): void => void (printed[name] += text),
    isTerminal: false,
  });
  const exitCode = await run(argv, { stdout: stream("stdout"), stderr: stream("stderr"), cwd, env: {} });
  return { ...printed, exitCode };
}
