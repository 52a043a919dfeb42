import { beforeAll, describe, expect, it } from "vitest";
import type { Protocol } from "../src/ir/types.js";
import { createDiagnosticList } from "../src/diagnostics/collector.js";
import { lower } from "../src/ir/lower/lower.js";
import { invariant } from "../src/support/invariant.js";
import { hostileRegistry } from "./support/hostile-registry.js";
import { loadSample } from "./support/load-sample.js";
import { sampleProtocol } from "./support/sample-protocol.js";
import { buildExecutable } from "./support/swift/build-executable.js";
import type { ConformanceCase } from "./support/swift/conformance-case.js";
import { conformanceCases } from "./support/swift/conformance-cases.js";
import { conformanceMain } from "./support/swift/conformance-main.js";
import { askAll, faultOf } from "./support/swift/run-conformance.js";
import { findSwift } from "./support/swift.js";
import { printSwift } from "./support/swift-samples.js";

const swift = findSwift();

const REGISTRIES: Readonly<Record<string, () => Promise<Protocol>>> = {
  clawdis: () => loadSample({ source: "fixtures/clawdis/schema.ts" }),
  gateway: () => loadSample({ source: "fixtures/gateway/schema.ts" }),
  hostile: async () => lowerHostile(),
  published: () => loadSample({ source: "@openclaw/gateway-protocol/schema" }),
};

describe.skipIf(swift === undefined).each(Object.keys(REGISTRIES))("Swift models of the %s registry", (name) => {
  const asked: ConformanceCase[] = [];
  const faults = new Map<ConformanceCase, string>();
  let protocol: Protocol | undefined;

  beforeAll(async () => {
    invariant(swift, "a describe that is skipped runs nothing");
    protocol = await REGISTRIES[name]?.();
    invariant(protocol, `${name} is no registry`);
    const models = printSwift(protocol).map(({ path, text }) => [path || "Models.swift", text] as const);
    const sources = { ...Object.fromEntries(models), "main.swift": conformanceMain(protocol) };
    const { ok, output, executable } = await buildExecutable(swift, sources);
    if (!ok || output.includes("warning: ")) throw new Error(output.slice(0, 4000));
    asked.push(...conformanceCases(protocol));
    const answers = await askAll(swift, executable, asked);
    asked.forEach((each, index) => {
      const answer = answers[index];
      const fault = answer === undefined ? "no answer" : faultOf(each, answer);
      if (fault !== undefined) faults.set(each, fault);
    });
  });

  it("write what they have read", () => expectNoFaults(isValid));

  it("refuse what the schema refuses, and say where", () => expectNoFaults((each) => !isValid(each)));

  it("are asked at least twenty times about every definition that has so many values", async () => {
    const counts = new Map<string, number>();
    for (const { definition } of asked.filter(isValid)) counts.set(definition, (counts.get(definition) ?? 0) + 1);
    const registered = protocol?.declarations.filter(({ origin }) => origin === undefined) ?? [];
    const few = registered.map(({ id }) => ({ id, count: counts.get(id) ?? 0 })).filter(({ count }) => count < 20);
    const lines = few.map(({ id, count }) => `${JSON.stringify(id)} ${count}\n`).join("");
    await expect(lines).toMatchFileSnapshot(`__golden__/swift-conformance/${name}-few.txt`);
  });

  function expectNoFaults(belongs: (asked: ConformanceCase) => boolean): void {
    expect(asked.filter(belongs).length).toBeGreaterThan(20);
    const found = [...faults].filter(([each]) => belongs(each)).map(([, fault]) => fault);
    expect({ count: found.length, first: found.slice(0, 12) }).toEqual({ count: 0, first: [] });
  }
});

/** The registry of everything that a generator trips over. */
function lowerHostile(): Protocol {
  const protocol = lower(hostileRegistry(), sampleProtocol({}), createDiagnosticList());
  invariant(protocol, "the hostile registry has errors");
  return protocol;
}

function isValid({ expected }: ConformanceCase): boolean {
  return expected.kind === "same";
}
