import { dirname } from "node:path";
import type { Path } from "./instance-places.js";
import type { ConformanceCase } from "./conformance-case.js";
import { exactJson } from "./exact-json.js";
import { hasAlikeKeys } from "./alike-keys.js";
import type { SwiftTools } from "../swift.js";
import { runProgram } from "./run-program.js";

/** What one way of reading and writing came to. */
export interface Outcome {
  readonly json?: string;
  readonly path?: Path;
  readonly error?: string;
}

/** What a program answers: by the models' own reading, and by `JSONDecoder` and `JSONEncoder`. */
export interface Answer {
  readonly fast: Outcome;
  readonly codable: Outcome;
  /** The enum cases that the value was read as, outermost first. */
  readonly cases?: readonly string[];
}

/** Asks a program every case in one run, and gives its answers in the same order. Throws where it ends early. */
export async function askAll(
  swift: SwiftTools,
  executable: string,
  cases: readonly ConformanceCase[],
): Promise<readonly Answer[]> {
  const input = cases.map(({ definition, text }) => `${JSON.stringify({ definition, json: text })}\n`).join("");
  const { ok, stdout, stderr } = await runProgram(swift.builtCommand(executable, []), {
    folder: dirname(executable),
    input,
  });
  const answers: readonly Answer[] = stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
  if (!ok || answers.length !== cases.length) {
    throw new Error(`ended after ${answers.length} of ${cases.length} questions: ${stderr.slice(0, 2000)}`);
  }
  return answers;
}

/** What is wrong with an answer, in one line; undefined where it is as expected. */
export function faultOf(asked: ConformanceCase, { fast, codable }: Answer): string | undefined {
  const isForFoundation = asked.expected.foundation && !hasAlikeKeys(JSON.parse(asked.text));
  const ways = isForFoundation ? Object.entries({ fast, codable }) : [["fast", fast] as const];
  for (const [way, outcome] of ways) {
    const fault = outcomeFault(asked, outcome);
    if (fault !== undefined) return `${asked.definition}, ${asked.topic}, ${way}: ${fault}; asked ${clip(asked.text)}`;
  }
  return undefined;
}

function outcomeFault({ expected }: ConformanceCase, { json, path, error }: Outcome): string | undefined {
  if (expected.kind === "same") {
    if (json === undefined) return `refused at ${JSON.stringify(path)}: ${error ?? ""}`;
    return exactJson(json) === exactJson(expected.text) ? undefined : `wrote ${clip(json)}`;
  }
  if (json !== undefined) return `not refused, wrote ${clip(json)}`;
  const isExpected = expected.paths.some((each) => JSON.stringify(each) === JSON.stringify(path));
  return isExpected ? undefined : `refused at ${JSON.stringify(path)}, not at ${JSON.stringify(expected.paths[0])}`;
}

function clip(text: string): string {
  return text.length > 600 ? `${text.slice(0, 600)}…` : text;
}
