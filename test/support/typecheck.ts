import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** What a user's strictest project asks of the files that it keeps. */
const COMPILER_OPTIONS = {
  target: "ES2022",
  lib: ["ES2022"],
  types: [],
  module: "NodeNext",
  moduleResolution: "NodeNext",
  moduleDetection: "force",
  noEmit: true,
  strict: true,
  isolatedModules: true,
  verbatimModuleSyntax: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noFallthroughCasesInSwitch: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  erasableSyntaxOnly: true,
  allowUnreachableCode: false,
  skipLibCheck: true,
};

/** A folder of the project for one test's files, emptied: inside the project, so that its packages are found. */
export function emptyFolder(name: string): string {
  const folder = join(ROOT, "dist", "test", name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Writes a file, with the folders that lead to it. */
export function writeInto(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** What the compiler says to everything in a folder; empty where it is content. */
export function typecheck(folder: string): string {
  writeInto(folder, "tsconfig.json", JSON.stringify({ compilerOptions: COMPILER_OPTIONS, include: ["."] }));
  const compiler = join(ROOT, "node_modules", "typescript", "bin", "tsc");
  const { stdout, stderr } = spawnSync(process.execPath, [compiler, "-p", folder], { encoding: "utf8" });
  return stdout + stderr;
}
