import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { findSwift } from "../../../test/support/swift.js";
import { emptyFolder, writeInto } from "../../../test/support/typecheck.js";
import { runProgram, type ProgramResult } from "./support/run-program.js";

const ROOT = join(import.meta.dirname, "../../..");
const README = readFileSync(join(import.meta.dirname, "../README.md"), "utf8");
const FOLDER = "gateway-walk-through";

/** A code block of the page. */
interface Block {
  readonly language: string;
  readonly code: string;
}

const blocks: readonly Block[] = [...README.matchAll(/^```(.+)\n([\s\S]*?)^```$/gmu)].map(
  ([, language = "", code = ""]) => ({ language, code }),
);

/** The parts of the repository that the page speaks of, on their own. */
function copyOfRepository(): string {
  const folder = emptyFolder(FOLDER);
  for (const part of [
    "fixtures/gateway",
    "examples/gateway/server",
    "examples/gateway/client",
    "examples/gateway/call.ts",
  ]) {
    cpSync(join(ROOT, part), join(folder, part), { recursive: true });
  }
  // The link to the generated models stays a link, to those of the copy.
  cpSync(join(ROOT, "examples/gateway/swift"), join(folder, "examples/gateway/swift"), {
    recursive: true,
    verbatimSymlinks: true,
  });
  symlinkSync(join(ROOT, "bin"), join(folder, "bin"));
  cpSync(join(ROOT, "tsconfig.json"), join(folder, "tsconfig.json"));
  const gateway = {
    source: "./fixtures/gateway/schema.ts",
    handlers: "./examples/gateway/server/handlers/system.ts",
    targets: { "json-schema": true, swift: true, typescript: true },
  };
  writeInto(folder, "typewire.config.json", JSON.stringify({ protocols: { gateway } }));
  writeInto(folder, "package.json", '{ "type": "module" }');
  return folder;
}

/** Runs the page's commands one after the other, and does by hand what it says in between. */
function createReader(folder: string): { follow(block: Block): Promise<ProgramResult | undefined> } {
  let url = "";
  const shell = (line: string): Promise<ProgramResult> =>
    runProgram(["bash", "-c", line], { cwd: folder, env: { GATEWAY_URL: url } });
  return {
    follow: async ({ language, code }) => {
      const line = code.trim();
      if (language === "ts") return void writeHandler(folder, code);
      if (language === "swift") return void writeSwift(folder, code);
      if (line.includes("server/main.ts")) {
        url = await startServer(line, folder);
        return undefined;
      }
      return line.startsWith("swift run ") ? runSwift(line, url) : shell(line);
    },
  };
}

function edit(path: string, from: RegExp, to: string): void {
  const text = readFileSync(path, "utf8");
  expect(text).toMatch(from);
  writeFileSync(
    path,
    text.replace(from, () => to),
  );
}

function writeHandler(folder: string, code: string): void {
  const file = join(folder, "examples/gateway/server/handlers/system.ts");
  edit(file, /^ {2}"system\.greet": \(\) => \{\n.*is not written yet.*\n {2}\},\n/mu, code);
}

function writeSwift(folder: string, code: string): void {
  const file = join(folder, "examples/gateway/swift/Sources/gateway-demo/Demo.swift");
  const after = '    print("echo: \\(echo.text)")\n';
  edit(file, /^ {4}print\("echo: .*\n/mu, after + code);
}

async function startServer(line: string, folder: string): Promise<string> {
  const env = { ...process.env, GATEWAY_PORT: "0" };
  const child = spawn("bash", ["-c", `exec ${line}`], { cwd: folder, env, detached: true });
  onTestFinished(async () => {
    const ended = once(child.stdout, "close");
    // npx passes no signal on: the whole group that it started is meant, as with Ctrl-C.
    if (child.pid !== undefined) process.kill(-child.pid, "SIGTERM");
    await ended;
  });
  const [printed]: unknown[] = await once(child.stdout, "data");
  return /ws:\S+/u.exec(String(printed))?.[0] ?? "";
}

/** `swift run` builds and runs; a toolchain in a root of its own has two commands for it. */
async function runSwift(line: string, url: string): Promise<ProgramResult | undefined> {
  const swift = findSwift();
  if (swift === undefined) return undefined;
  const [, , , path = "", product = ""] = line.split(" ");
  const scratch = `dist/test/${FOLDER}-swift`;
  emptyFolder(`${FOLDER}-swift`);
  const args = ["--package-path", join("dist/test", FOLDER, path), "--scratch-path", scratch];
  const { code, stdout, stderr } = swift.run("swift-build", args, ROOT);
  if (code !== 0) return { code, stdout, stderr };
  return runProgram(swift.builtCommand(join(ROOT, scratch, "debug", product), [url]), { cwd: ROOT });
}

it(
  "the walk-through works as it is written, from a new method to a call from Swift",
  { timeout: 300_000 },
  async () => {
    const folder = copyOfRepository();
    const reader = createReader(folder);
    const printed: string[] = [];
    for (const block of blocks) {
      const result = await reader.follow(block);
      if (result === undefined) continue;
      expect({
        code: block.code,
        exit: result.code,
        errors: result.code === 0 ? "" : result.stdout + result.stderr,
      }).toEqual({
        code: block.code,
        exit: block.language === "sh fails" ? 1 : 0,
        errors: block.language === "sh fails" ? expect.stringContaining("system.greet: /name ") : "",
      });
      printed.push(result.stdout);
    }
    expect(printed.join("")).toContain('"text": "Hello, Node!"');
    if (findSwift() !== undefined) expect(printed.join("")).toContain("greeting: Hello, Swift!");
  },
);
