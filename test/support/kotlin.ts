import { spawn, spawnSync } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const RUNTIME = ["kotlin-stdlib.jar", "kotlinx-serialization.jar", "annotations-13.0.jar"];
/** How long a compiler may take to start on a loaded machine, in milliseconds. */
const START_LIMIT = 120_000;

/** What a tool answered. */
export interface KotlinResult {
  readonly code: number;
  /** All that it said, on stdout and stderr. */
  readonly output: string;
}

/** A Kotlin compiler with the serialization plugin and its runtime. */
export interface KotlinTools {
  /** Compiles sources into a folder of classes: warnings are errors, and every declaration names its visibility. */
  compile(sources: readonly string[], classes: string): Promise<KotlinResult>;
  /** Runs a class with a `main`. For example `run("MainKt", [classes])`. */
  run(main: string, classes: readonly string[], input?: string): KotlinResult;
  /** Lints files below a folder as ktlint does without a configuration. */
  lint(folder: string, patterns: readonly string[]): KotlinResult;
}

/**
 * Finds the folder that `scripts/setup-kotlin.sh` made. Undefined, with a plain word on stderr, where there is none or no
 * Java; where `CI` is set, tests may not be skipped, so that is an error.
 */
export function findKotlin(): KotlinTools | undefined {
  const cache = process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache");
  const folder = process.env["TYPEWIRE_KOTLIN_ROOT"] ?? join(cache, "typewire", "kotlin");
  const java = (process.env["PATH"] ?? "").split(delimiter).some((path) => existsSync(join(path, "java")));
  if (java && existsSync(join(folder, "stamp"))) return createTools(folder);
  const message = "no Java, or no folder of scripts/setup-kotlin.sh: Kotlin tests are skipped";
  if (process.env["CI"] !== undefined) throw new Error(message);
  process.stderr.write(`${message}\n`);
  return undefined;
}

/** A folder of the project for one test's files, emptied. */
export function kotlinFolder(name: string): string {
  const folder = join(ROOT, "dist", "test", name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  // ktlint as it is without a word from this project's own settings.
  writeFileSync(join(folder, ".editorconfig"), "root = true\n");
  return folder;
}

function createTools(folder: string): KotlinTools {
  const jars = RUNTIME.map((jar) => join(folder, jar));
  const options = [
    "-Werror",
    "-Xexplicit-api=strict",
    "-no-stdlib",
    "-no-reflect",
    `-Xplugin=${join(folder, "kotlinx-serialization-compiler-plugin.jar")}`,
    "-classpath",
  ];
  return {
    async compile(sources, classes) {
      mkdirSync(classes, { recursive: true });
      const port = await serverPort(folder);
      const args = [...options, [...jars, classes].join(delimiter), "-d", classes, ...sources];
      const [code = "", ...output] = (await ask(port, args)).split("\n");
      return { code: Number(code), output: output.join("\n") };
    },
    run: (main, classes, input) => start("java", ["-cp", [...classes, ...jars].join(delimiter), main], { input }),
    lint: (cwd, patterns) => start(join(folder, "ktlint"), ["--log-level=error", ...patterns], { cwd }),
  };
}

/** The port of the one compiler process that every test file shares; the first who needs it starts it. */
async function serverPort(folder: string): Promise<number> {
  const work = join(ROOT, "dist", "test");
  mkdirSync(work, { recursive: true });
  const portFile = join(work, `kotlin-${process.ppid}.port`);
  const lock = `${portFile}.lock`;
  const until = performance.now() + START_LIMIT;
  while (performance.now() < until) {
    if (existsSync(portFile)) {
      rmSync(lock, { force: true });
      return Number(readFileSync(portFile, "utf8"));
    }
    if (takes(lock)) startServer(folder, portFile);
    await pause(50);
  }
  rmSync(lock, { force: true });
  throw new Error("the Kotlin compiler did not start");
}

/** Takes a lock by making its file; false where somebody has it. */
function takes(lock: string): boolean {
  try {
    closeSync(openSync(lock, "wx"));
    return true;
  } catch {
    return false;
  }
}

function startServer(folder: string, portFile: string): void {
  const jars = ["kotlin-compiler", "kotlin-stdlib", "kotlin-script-runtime", "kotlin-reflect", "kotlin-daemon"];
  const path = [...jars, "annotations-13.0", "kotlinx-coroutines-core-jvm"].map((jar) => join(folder, `${jar}.jar`));
  const server = join(ROOT, "test", "kotlin", "CompileServer.java");
  const args = ["-Xmx3g", "-cp", path.join(delimiter), server, portFile];
  spawn("java", args, { detached: true, stdio: "ignore" }).unref();
}

function ask(port: number, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(`${args.join("\n")}\n\n`));
    const parts: Buffer[] = [];
    socket.on("data", (part) => parts.push(part));
    socket.on("error", reject);
    socket.on("end", () => resolve(Buffer.concat(parts).toString("utf8")));
  });
}

function start(
  command: string,
  args: readonly string[],
  { cwd = ROOT, input = "" }: { cwd?: string; input?: string | undefined },
): KotlinResult {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, input, encoding: "utf8", maxBuffer: 1 << 28 });
  return { code: status ?? -1, output: stdout + stderr };
}
