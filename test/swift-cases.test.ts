import { beforeAll, describe, expect, it } from "vitest";
import { invariant } from "../src/support/invariant.js";
import { buildExecutable } from "./support/swift/build-executable.js";
import type { ConformanceCase } from "./support/swift/conformance-case.js";
import { mainFor } from "./support/swift/conformance-main.js";
import { type Answer, askAll, faultOf } from "./support/swift/run-conformance.js";
import { findSwift } from "./support/swift.js";
import { caseNames, caseSource, caseTypes, type CaseValue, loadCase, type SwiftCase } from "./support/swift-cases.js";
import { printSwift } from "./support/swift-samples.js";

const swift = findSwift();

/** A thousand values in one enum: it is compiled where there is time. */
const SLOW: ReadonlySet<string> = new Set(["36-large-enum"]);
/** Cases that do not pass yet, by name: who mends one takes it out. */
const FAILING: ReadonlySet<string> = new Set([]);
const names = caseNames().filter((name) => !SLOW.has(name));

describe.skipIf(swift === undefined)("Swift models of the shapes of public reports", () => {
  const faults = new Map<string, readonly string[]>();

  beforeAll(async () => {
    invariant(swift, "a describe that is skipped runs nothing");
    const cases = await Promise.all(names.map(loadCase));
    const asked = cases.flatMap(questionsOf);
    const { ok, output, executable } = await buildExecutable(swift, sourcesOf(cases));
    if (!ok || output.includes("warning: ")) throw new Error(output.slice(0, 4000));
    const answers = await askAll(
      swift,
      executable,
      asked.map(({ question }) => question),
    );
    for (const name of names) faults.set(name, []);
    asked.forEach(({ name, question, value }, index) => {
      const answer = answers[index];
      const found = answer === undefined ? ["no answer"] : faultsOf(question, value, answer);
      faults.set(name, [...(faults.get(name) ?? []), ...found]);
    });
  });

  it.each(names)("%s", (name) => {
    if (FAILING.has(name)) expect(faults.get(name)).not.toEqual([]);
    else expect(faults.get(name)).toEqual([]);
  });
});

function sourcesOf(cases: readonly SwiftCase[]): Readonly<Record<string, string>> {
  const [first] = cases;
  invariant(first, "there are cases");
  const runtime = printSwift(first.protocol, { files: "by-area" }).find(({ path }) => path === "Runtime.swift");
  const types = new Map(cases.flatMap((each) => [...caseTypes(each)]));
  return {
    "Runtime.swift": runtime?.text ?? "",
    ...Object.fromEntries(cases.map((each) => [`${each.name}.swift`, caseSource(each)])),
    "main.swift": mainFor(types),
  };
}

interface Asked {
  readonly name: string;
  readonly question: ConformanceCase;
  readonly value: CaseValue;
}

function questionsOf({ name, values }: SwiftCase): readonly Asked[] {
  return values.map((value) => {
    const expected = { kind: "same", text: value.written, foundation: !name.startsWith("35-") } as const;
    const question = { definition: `${name}/${value.definition}`, topic: "value", text: value.text, expected };
    return { name, question, value };
  });
}

function faultsOf(question: ConformanceCase, { cases }: CaseValue, answer: Answer): readonly string[] {
  const fault = faultOf(question, answer);
  const isRead = cases === undefined || JSON.stringify(cases) === JSON.stringify(answer.cases);
  const misread = `${question.definition}: read as ${JSON.stringify(answer.cases)}, not ${JSON.stringify(cases)}`;
  return [...(fault === undefined ? [] : [fault]), ...(isRead ? [] : [misread])];
}
