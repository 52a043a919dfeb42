import { run } from "../../src/cli/main.js";

/** Runs a command line in this process, from the sources: no build is needed. `input` is its standard input. */
export async function runInProcess(
  argv: readonly string[],
  cwd: string,
  input: string | Iterable<Uint8Array> = "",
): Promise<{ readonly stdout: string; readonly stderr: string; readonly exitCode: number }> {
  const printed = { stdout: "", stderr: "" };
  const stream = (name: keyof typeof printed) => ({
    write: (text: string): void => void (printed[name] += text),
    flushed: async () => {},
    fault: undefined,
    isTerminal: false,
  });
  const io = {
    stdout: stream("stdout"),
    stderr: stream("stderr"),
    readInput: async function* () {
      if (typeof input === "string") yield Buffer.from(input);
      else yield* input;
    },
    interrupted: async () => {},
    cwd,
    env: { CI: "true" },
  };
  const exitCode = await run(argv, io);
  return { ...printed, exitCode };
}
