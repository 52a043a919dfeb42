import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { findSwift, type SwiftTools } from "../../../../test/support/swift.js";
import { type ProgramResult, runProgram } from "./run-program.js";

const ROOT = join(import.meta.dirname, "../../../..");
const SCRATCH = "dist/test/gateway-swift";

/** The Swift client, built. */
export interface SwiftDemo {
  /** Runs it against a gateway, beside the test. */
  run(url: string): Promise<ProgramResult>;
}

/** Builds the Swift package. Undefined where there is no Swift, which is an error where `CI` is set. */
export function buildSwiftDemo(): SwiftDemo | undefined {
  const swift = findSwift();
  if (swift === undefined) return undefined;
  build(swift);
  const program = join(ROOT, SCRATCH, "debug", "gateway-demo");
  return { run: (url) => runProgram(swift.builtCommand(program, [url]), { cwd: ROOT }) };
}

function build(swift: SwiftTools): void {
  mkdirSync(join(ROOT, SCRATCH), { recursive: true });
  // From the root: the package links to a generated file there, and a toolchain in a root of its own sees no more.
  const args = ["--package-path", "examples/gateway/swift", "--scratch-path", SCRATCH];
  const { code, stdout, stderr } = swift.run("swift-build", args, ROOT);
  if (code !== 0) throw new Error(`swift-build failed:\n${stdout}${stderr}`);
}
