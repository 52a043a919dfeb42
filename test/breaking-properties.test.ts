import { definitionsOf } from "../src/json-schema/references.js";
import { isDeepStrictEqual } from "node:util";
import { describe, expect, it } from "vitest";
import { createRandom, type Random } from "../src/instances/random.js";
import { validInstances } from "../src/instances/valid-instances.js";
import { breakingRules } from "../src/rules/breaking/index.js";
import type { Change } from "../src/rules/rule.js";
import type { JsonObject } from "../src/support/json.js";
import { changesBetween, createOracle, type DocumentPair, isProven } from "./support/breaking-fixture.js";
import { sampleDefinitions } from "./support/sample-definitions.js";
import { schemaEdits } from "./support/schema-edits.js";

const CASES = 6;
const SAMPLES = 120;
/** Small definitions are as telling as large ones, and ten times as fast. */
const LARGEST = 2_500;

describe.each(Object.entries(schemaEdits))("%s", (rule, edit) => {
  it("proves what it calls breaking, and finds nothing against what it calls safe", async () => {
    expect(breakingRules.map(({ id }) => id)).toContain(rule);
    const random = createRandom(rule.length * 7 + 1);
    let cases = 0;
    for (const definition of shuffled(sampleDefinitions(LARGEST), random)) {
      const edited = edit(definition, random);
      if (edited === undefined || isDeepStrictEqual(edited, definition)) continue;
      const pair = embed(definition, edited, random);
      const changes = await changesBetween(pair);
      expectProven(pair, changes);
      if (
        !changes.some(
          ({ witnesses, category, severity }) => witnesses.length > 0 || (category === "wire" && severity === "risky"),
        )
      )
        expectHarmless(pair);
      // An edit may say the same in other words, such as null twice; then nothing is reported, and nothing refused.
      if (changes.length > 0) cases += 1;
      if (cases === CASES) break;
    }
    expect(cases).toBeGreaterThan(0);
  });
});

/** The definition as params, a result or an event's payload, by itself or inside something. */
function embed(previous: JsonObject, current: JsonObject, random: Random): DocumentPair {
  const tie = random.pick([
    { methods: { "do.it": { params: "Thing" } } },
    { methods: { "do.it": { result: "Thing" } } },
    { events: { done: { payload: "Thing" } } },
  ]);
  const around = random.below(3);
  const wrap = (schema: JsonObject): JsonObject => {
    if (around === 0) return schema;
    if (around === 1)
      return { type: "object", properties: { list: { type: "array", items: schema } }, additionalProperties: false };
    return {
      type: "object",
      required: ["inner"],
      properties: { inner: { anyOf: [schema, { type: "null" }] } },
      additionalProperties: false,
    };
  };
  return {
    previous: { ...tie, definitions: { Thing: wrap(previous) } },
    current: { ...tie, definitions: { Thing: wrap(current) } },
  };
}

function expectProven(pair: DocumentPair, changes: readonly Change[]): void {
  const oracle = createOracle(pair);
  const unproven = changes.filter(
    ({ category, severity, witnesses }) => category === "wire" && severity === "breaking" && witnesses.length === 0,
  );
  expect(unproven).toEqual([]);
  expect(changes.flatMap(({ witnesses }) => witnesses).filter((witness) => !isProven(witness, oracle))).toEqual([]);
}

/** A large sample of what either version sends, and the other accepts all of it. */
function expectHarmless(pair: DocumentPair): void {
  const oracle = createOracle(pair);
  for (const [writer, reader] of [
    ["previous", "current"],
    ["current", "previous"],
  ] as const) {
    const definitions = definitionsOf(pair[writer]);
    const instances = validInstances(definitions.get("Thing") ?? false, { definitions, seed: 9, count: SAMPLES });
    const sent = instances.filter((instance) => oracle.accepts(writer, "Thing", instance) === true);
    expect(sent.length).toBeGreaterThan(0);
    expect(sent.filter((instance) => oracle.accepts(reader, "Thing", instance) !== true)).toEqual([]);
  }
}

function shuffled<T>(items: readonly T[], random: Random): readonly T[] {
  return items
    .map((item) => [random.fraction(), item] as const)
    .toSorted(([left], [right]) => left - right)
    .map(([, item]) => item);
}

describe("names and versions", () => {
  it("reports exactly what one version alone has", async () => {
    const random = createRandom(5);
    for (let round = 0; round < 30; round += 1) {
      const [previous, current] = [randomSurface(random), randomSurface(random)];
      const changes = await changesBetween({ previous: previous.document, current: current.document });
      const reported = (rule: string): readonly string[] =>
        changes
          .filter((change) => change.rule === rule)
          .map(({ path }) => path)
          .toSorted();
      for (const [rule, key] of [
        ["method", "methods"],
        ["event", "events"],
        ["error-code", "errorCodes"],
        ["declaration", "definitions"],
      ] as const) {
        expect(reported(`${rule}-no-delete`)).toEqual(minus(previous[key], current[key]));
        expect(reported(`${rule}-new`)).toEqual(minus(current[key], previous[key]));
      }
      const wireBreaks = changes.filter(({ category, severity }) => category === "wire" && severity === "breaking");
      const wireChanges = changes.filter(({ category }) => category === "wire");
      expect(reported("version-no-lower").length === 1).toBe(current.version < previous.version);
      expect(reported("version-raised-for-break").length === 1).toBe(
        wireBreaks.length > 0 && current.version <= previous.version,
      );
      expect(reported("version-raised-with-reason").length === 1).toBe(
        wireChanges.length === 0 && current.version > previous.version,
      );
      expect(reported("version-window-same").length === 1).toBe(current.window !== previous.window);
      expect(wireBreaks.filter(({ witnesses }) => witnesses.length === 0)).toEqual([]);
    }
  });
});

interface Surface {
  readonly document: JsonObject;
  readonly methods: readonly string[];
  readonly events: readonly string[];
  readonly errorCodes: readonly string[];
  readonly definitions: readonly string[];
  readonly version: number;
  readonly window: number;
}

function randomSurface(random: Random): Surface {
  const some = (names: readonly string[]): readonly string[] => names.filter(() => random.chance(0.6));
  const [methods, events, codes] = [some(["a.get", "a.set"]), some(["tick", "done"]), some(["BUSY", "GONE"])];
  const [definitions, version, window] = [
    ["Always", ...some(["A", "B", "C"])],
    3 + random.below(2),
    1 + random.below(2),
  ];
  const schemas = definitions.map(
    (name) => [name, { type: "object", properties: { [name]: { type: "string" } } }] as const,
  );
  const document = {
    protocolVersion: version,
    MIN_CLIENT_PROTOCOL_VERSION: window,
    methods: named(methods),
    events: named(events),
    errorCodes: codes,
    definitions: Object.fromEntries(schemas),
  };
  return {
    document,
    methods,
    events,
    errorCodes: codes.map((code) => `ErrorCodes.${code}`),
    definitions,
    version,
    window,
  };
}

function named(names: readonly string[]): JsonObject {
  return Object.fromEntries(names.map((name) => [name, {}]));
}

function minus(names: readonly string[], others: readonly string[]): readonly string[] {
  return names.filter((name) => !others.includes(name)).toSorted();
}
