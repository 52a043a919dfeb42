// Runs the Swift compiler and what it has built.
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { dirname, join } from "node:path";

const repository = dirname(dirname(import.meta.dirname));

/** The folder of the tools: `SWIFTC`'s, or what scripts/setup-swift.sh finds or makes. */
function toolFolder() {
  if (process.env.SWIFTC) return dirname(process.env.SWIFTC);
  const { status, stdout } = spawnSync(join(repository, "scripts/setup-swift.sh"), { encoding: "utf8" });
  if (status !== 0) throw new Error("no Swift compiler: see scripts/setup-swift.sh");
  return stdout.trim();
}

const tools = toolFolder();

/** Compiles files and gives `{ ok, seconds, errors }`: the processor time of the compiler, not the time on the wall. */
export function compile(folder, flags) {
  const command = ["-c", 'TIMEFORMAT="user %U"; time "$@"', "time", join(tools, "swiftc"), ...flags];
  const { status, stderr } = spawnSync("bash", command, { cwd: folder, encoding: "utf8", maxBuffer: 1 << 28 });
  const seconds = Number(/user ([\d.]+)\s*$/.exec(stderr)?.[1]);
  const errors = stderr.split("\n").filter((line) => / error: /.test(line));
  return { ok: status === 0, seconds, errors: [...new Set(errors)] };
}

/** Runs a program and gives what it printed. */
export function run(folder, program, args) {
  const wrapper = join(tools, "swift-run-in-root");
  const command = [...(existsSync(wrapper) ? [wrapper] : []), join(folder, program), ...args];
  const { status, stdout, stderr } = spawnSync(command[0], command.slice(1), { cwd: folder, encoding: "utf8" });
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr}`);
  return stdout;
}

/** What the linker keeps of an object file is what it costs an app; the file's size is close, and needs no tool. */
export function sizeOf(folder, file) {
  return statSync(join(folder, file)).size;
}
