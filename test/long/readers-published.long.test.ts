import { describe, expect, it } from "vitest";
import { invariant } from "../../src/support/invariant.js";
import { loadSample } from "../support/load-sample.js";
import { strictDisagreements, swiftCases, swiftDisagreement } from "../support/readers/disagreements.js";
import { loadReaders } from "../support/readers/load-readers.js";
import { newerInstances } from "../support/readers/newer-instances.js";
import { buildExecutable } from "../support/swift/build-executable.js";
import { conformanceMain } from "../support/swift/conformance-main.js";
import { askAll } from "../support/swift/run-conformance.js";
import { findSwift } from "../support/swift.js";
import { printSwift } from "../support/swift-samples.js";
import { published } from "../support/typescript-samples.js";

const swift = findSwift();

describe("the readers of the published registry", () => {
  it("find nothing new exactly where the schemas, bounds left aside, find nothing wrong", async () => {
    const protocol = await loadSample({ source: published });
    const readers = await loadReaders(protocol, "readers-published-strict");
    const found = strictDisagreements(protocol, newerInstances(protocol, 3), readers);
    expect({ count: found.length, first: found.slice(0, 8) }).toEqual({ count: 0, first: [] });
  });

  it.skipIf(swift === undefined)("agree with the Swift models on verdicts and on every declared key", async () => {
    invariant(swift, "a test that is skipped runs nothing");
    const protocol = await loadSample({ source: published });
    const readers = await loadReaders(protocol, "readers-published");
    const models = printSwift(protocol).map(({ path, text }) => [path || "Models.swift", text] as const);
    const built = await buildExecutable(swift, {
      ...Object.fromEntries(models),
      "main.swift": conformanceMain(protocol),
    });
    expect(built.ok, built.output).toBe(true);
    const cases = swiftCases(newerInstances(protocol, 3));
    const answers = await askAll(
      swift,
      built.executable,
      cases.map(([, asked]) => asked),
    );
    const found = cases.flatMap(([instance], index) => {
      const answer = answers[index];
      return answer === undefined ? ["no answer"] : (swiftDisagreement(instance, readers, answer) ?? []);
    });
    expect({ asked: cases.length > 10_000, count: found.length, first: found.slice(0, 8) }).toEqual({
      asked: true,
      count: 0,
      first: [],
    });
  });
});
