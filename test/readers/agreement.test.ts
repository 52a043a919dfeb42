import { beforeAll, describe, expect, it } from "vitest";
import type { Protocol } from "../../src/ir/types.js";
import { invariant } from "../../src/support/invariant.js";
import { loadSample } from "../support/load-sample.js";
import { strictDisagreements, swiftCases, swiftDisagreement } from "../support/readers/disagreements.js";
import { loadReaders, type Reader } from "../support/readers/load-readers.js";
import { type NewerInstance, newerInstances } from "../support/readers/newer-instances.js";
import { buildExecutable } from "../support/swift/build-executable.js";
import { conformanceMain } from "../support/swift/conformance-main.js";
import { askAll } from "../support/swift/run-conformance.js";
import { findSwift } from "../support/swift.js";
import { printSwift } from "../support/swift-samples.js";
import { sources } from "../support/typescript-samples.js";

const swift = findSwift();

describe.each(["clawdis", "gateway"])("the readers of the %s registry", (name) => {
  let protocol: Protocol | undefined;
  let readers: ReadonlyMap<string, Reader> = new Map();
  let instances: readonly NewerInstance[] = [];

  beforeAll(async () => {
    protocol = await loadSample({ source: sources[name] ?? "" });
    readers = await loadReaders(protocol, `readers-${name}`);
    instances = newerInstances(protocol, 5);
  });

  it("find nothing new exactly where the schemas, bounds left aside, find nothing wrong", () => {
    invariant(protocol, "it has been loaded");
    expect(instances.length).toBeGreaterThan(1000);
    const found = strictDisagreements(protocol, instances, readers);
    expect({ count: found.length, first: found.slice(0, 8) }).toEqual({ count: 0, first: [] });
  });

  it.skipIf(swift === undefined)("agree with the Swift models on verdicts and on every declared key", async () => {
    invariant(protocol !== undefined && swift !== undefined, "a test that is skipped runs nothing");
    const models = printSwift(protocol).map(({ path, text }) => [path || "Models.swift", text] as const);
    const built = await buildExecutable(swift, {
      ...Object.fromEntries(models),
      "main.swift": conformanceMain(protocol),
    });
    expect(built.ok, built.output).toBe(true);
    const cases = swiftCases(instances);
    const answers = await askAll(
      swift,
      built.executable,
      cases.map(([, asked]) => asked),
    );
    const found = cases.flatMap(([instance], index) => {
      const answer = answers[index];
      return answer === undefined ? ["no answer"] : (swiftDisagreement(instance, readers, answer) ?? []);
    });
    expect({ count: found.length, first: found.slice(0, 8) }).toEqual({ count: 0, first: [] });
  });
});
