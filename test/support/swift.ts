import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** What a tool answered. */
export interface ToolResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The folder of a Swift toolchain, and its tools. */
export interface SwiftTools {
  /** Runs a tool in a folder. For example `run("swiftc", ["--version"], folder)`. */
  run(tool: SwiftTool, args: readonly string[], folder: string, input?: string): ToolResult;
  /** What to start to run a tool, where the test has to go on beside it. */
  command(tool: SwiftTool, args: readonly string[]): readonly string[];
  /** Runs a program that the toolchain has built. */
  runBuilt(program: string, args: readonly string[], folder: string, input?: string): ToolResult;
  /** What to start to run such a program, where the test has to go on beside it. */
  builtCommand(program: string, args: readonly string[]): readonly string[];
}

/** The tools that tests use. */
export type SwiftTool = "swiftc" | "swift-build" | "swift-format" | "swift-api-digester";

/**
 * Finds Swift: `SWIFTC`, then `PATH`, then the root that `scripts/setup-swift.sh` made earlier. Undefined, with a plain
 * word on stderr, where there is none; where `CI` is set, tests may not be skipped, so that is an error.
 */
export function findSwift(): SwiftTools | undefined {
  const folder = toolFolder();
  if (folder !== undefined) return createTools(folder);
  const message = "no swiftc in SWIFTC, PATH or the folder of scripts/setup-swift.sh: Swift tests are skipped";
  if (process.env["CI"] !== undefined) throw new Error(message);
  process.stderr.write(`${message}\n`);
  return undefined;
}

/** A folder of the project for one test's files, emptied. The toolchain sees it at the same path. */
export function swiftFolder(name: string): string {
  const folder = join(ROOT, "dist", "test", name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

function toolFolder(): string | undefined {
  const named = process.env["SWIFTC"];
  if (named !== undefined && named !== "") return dirname(named);
  const onPath = (process.env["PATH"] ?? "").split(delimiter).find((folder) => existsSync(join(folder, "swiftc")));
  if (onPath !== undefined) return onPath;
  const cache = process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache");
  const root = process.env["TYPEWIRE_SWIFT_ROOT"] ?? join(cache, "typewire", "swift");
  const made = join(root, "host-bin");
  return existsSync(join(made, "swiftc")) ? made : undefined;
}

function createTools(tools: string): SwiftTools {
  const wrapper = join(tools, "swift-run-in-root");
  const builtCommand = (program: string, args: readonly string[]): readonly string[] =>
    existsSync(wrapper) ? [wrapper, program, ...args] : [program, ...args];
  const command = (tool: SwiftTool, args: readonly string[]): readonly string[] => [join(tools, tool), ...args];
  return {
    command,
    run: (tool, args, folder, input) => start(command(tool, args), folder, input),
    runBuilt: (program, args, folder, input) => start(builtCommand(program, args), folder, input),
    builtCommand,
  };
}

function start([command = "", ...args]: readonly string[], cwd: string, input = ""): ToolResult {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, input, encoding: "utf8", maxBuffer: 1 << 28 });
  return { code: status, stdout, stderr };
}
