import type { JsonSchema } from "../../src/json-schema/schema.js";
import { beforeAll, describe, expect, it } from "vitest";
import { mutate } from "../../src/instances/mutate.js";
import { createRandom } from "../../src/instances/random.js";
import { validInstances } from "../../src/instances/valid-instances.js";
import type { JsonValue } from "../../src/support/json.js";
import { type EmittedModule, loadValidators } from "./load-validators.js";
import { createOracle, type Oracle } from "./oracle.js";
import { REGISTRIES, type TestRegistry } from "./registries.js";

/** Where a definition has enough different instances, this many are valid and as many are not. */
const INPUTS = 64;
const SEED = 20_260_709;

/** How often a mutant that turned out to be valid is replaced by another. */
const ATTEMPTS = 12;

interface Count {
  readonly valid: number;
  readonly invalid: number;
  readonly differences: readonly string[];
}

const tried: number[] = [];

describe.each(REGISTRIES)("validators of $name", (registry) => {
  let counts: readonly Count[] = [];

  beforeAll(async () => {
    counts = await compare(registry);
    tried.push(total(counts, "valid") + total(counts, "invalid"));
  });

  it("give AJV's verdict on every input", () => {
    expect(counts.flatMap(({ differences }) => differences)).toEqual([]);
  });

  it("are tried with valid and invalid inputs in like number", () => {
    const [valid, invalid] = [total(counts, "valid"), total(counts, "invalid")];
    expect(valid + invalid).toBeGreaterThan(registry.definitions.size * INPUTS * 1.5);
    expect(Math.max(valid, invalid) / Math.min(valid, invalid)).toBeLessThan(1.2);
  });
});

it("has tried more than 100,000 inputs in all", () => {
  expect(tried.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(100_000);
});

async function compare({ definitions }: TestRegistry): Promise<readonly Count[]> {
  const schemas = [...definitions.values()];
  const compiled = await loadValidators({ schemas, definitions: Object.fromEntries(definitions) });
  const compile = createOracle(definitions);
  return [...definitions].map(([name, schema], index) =>
    compareDefinition({ name, schema, index, seed: SEED + index }, compiled, { definitions, oracle: compile(schema) }),
  );
}

interface Definition {
  readonly name: string;
  readonly schema: JsonSchema;
  readonly index: number;
  readonly seed: number;
}

interface Judge {
  readonly definitions: ReadonlyMap<string, JsonSchema>;
  readonly oracle: Oracle;
}

function compareDefinition(definition: Definition, compiled: EmittedModule, { definitions, oracle }: Judge): Count {
  const { schema, seed, index, name } = definition;
  const instances = validInstances(schema, { definitions, seed, count: INPUTS });
  const inputs = [...instances, ...mutants(instances, definition, oracle)];
  const differences: string[] = [];
  let valid = 0;
  for (const input of inputs) {
    const expected = oracle(input);
    if (expected) valid += 1;
    const problem = disagreement(input, expected, compiled, index);
    if (problem !== undefined) differences.push(`${name} (seed ${seed}): ${problem}: ${JSON.stringify(input)}`);
  }
  return { valid, invalid: inputs.length - valid, differences };
}

function mutants(instances: readonly JsonValue[], { schema, seed }: Definition, oracle: Oracle): readonly JsonValue[] {
  const random = createRandom(seed);
  const made: JsonValue[] = [];
  for (let round = 0; round < ATTEMPTS && made.length < instances.length; round += 1) {
    for (const instance of instances) {
      if (made.length >= instances.length) break;
      const mutant = mutate(instance, schema, random);
      // Half of all mutants are still valid: a few of those are worth trying too.
      if (round === ATTEMPTS - 1 || !oracle(mutant) || random.chance(0.05)) made.push(mutant);
    }
  }
  return made;
}

function disagreement(input: unknown, expected: boolean, compiled: EmittedModule, index: number): string | undefined {
  const validate = compiled.validate(index);
  if (compiled.is(index)(input) !== expected) return `is gives ${!expected}`;
  if (validate(input) !== expected) return `validate gives ${!expected}`;
  if (expected) return validate.errors === null ? undefined : "errors are left behind";
  const first = validate.errors;
  if (first?.length !== 1 || first[0]?.keyword === "") return `the first error is ${JSON.stringify(first)}`;
  validate(input, { allErrors: true });
  const all = validate.errors ?? [];
  return JSON.stringify(all[0]) === JSON.stringify(first[0])
    ? undefined
    : `of all errors the first is ${JSON.stringify(all[0])}`;
}

function total(counts: readonly Count[], key: "valid" | "invalid"): number {
  return counts.reduce((sum, count) => sum + count[key], 0);
}
