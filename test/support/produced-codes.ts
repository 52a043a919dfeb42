import { appendFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The folder that a test run keeps codes in, for its workers. */
const FOLDER = "TYPEWIRE_TEST_CODES";

/** What is kept of a code: that some family has it, or that something was found with it. */
export type Evidence = "known" | "produced";

/** Keeps codes for the end of the run. Silent outside of a run. */
export function keepCodes(evidence: Evidence, codes: Iterable<string>): void {
  const folder = process.env[FOLDER];
  const lines = [...codes].map((code) => `${code}\n`).join("");
  if (folder === undefined || lines === "") return;
  mkdirSync(folder, { recursive: true });
  appendFileSync(join(folder, evidence), lines);
}

/** Makes the workers of this run keep codes in a folder. */
export function keepCodesIn(folder: string): void {
  process.env[FOLDER] = folder;
}

/** The codes that a family has and that nothing was found with, in code-unit order. */
export function unproducedCodes(folder: string): readonly string[] {
  const produced = codesIn(folder, "produced");
  return [...codesIn(folder, "known")].filter((code) => !produced.has(code)).toSorted();
}

/** The codes of findings that a command has printed, in whichever format. */
export function printedCodes(printed: string): ReadonlySet<string> {
  const code =
    /^(?:(?:\S+ - )?(?:error|warning) |\s*"code": "|::(?:error|warning) .*?title=)([a-z-]+\/[a-z-]+)(?=[:"])/gm;
  return new Set([...printed.matchAll(code)].map((match) => match[1] ?? ""));
}

function codesIn(folder: string, evidence: Evidence): ReadonlySet<string> {
  const file = join(folder, evidence);
  return new Set(existsSync(file) ? readFileSync(file, "utf8").split("\n").filter(Boolean) : []);
}
