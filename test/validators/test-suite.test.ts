import type { JsonSchema } from "../../src/json-schema/schema.js";
import draft7 from "ajv/dist/refs/json-schema-draft-07.json" with { type: "json" };
import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { describe, expect, it } from "vitest";
import type { JsonValue } from "../../src/support/json.js";
import { loadValidators } from "./load-validators.js";

interface Group {
  readonly description: string;
  readonly schema: JsonSchema;
  readonly tests: readonly { readonly description: string; readonly data: JsonValue; readonly valid: boolean }[];
}

const SUITE = join(import.meta.dirname, "../../fixtures/json-schema-test-suite");
const REMOTES: ReadonlyMap<string, JsonSchema> = new Map([
  ["http://json-schema.org/draft-07/schema", draft7],
  ...filesUnder(join(SUITE, "remotes")).map((file): [string, JsonSchema] => [
    `http://localhost:1234/${file.split(sep).join("/")}`,
    JSON.parse(readFileSync(join(SUITE, "remotes", file), "utf8")),
  ]),
]);

describe("JSON-Schema-Test-Suite, draft-07", () => {
  const counted = { tests: 0 };
  for (const file of filesUnder(join(SUITE, "tests/draft7")).filter((name) => !name.startsWith("optional"))) {
    it(`${file} passes`, async () => {
      const failures = await failuresOf(file);
      counted.tests += failures.count;
      expect(failures.failed).toEqual([]);
    });
  }

  it("has 927 required tests", () => {
    expect(counted.tests).toBe(927);
  });
});

async function failuresOf(file: string): Promise<{ readonly count: number; readonly failed: readonly string[] }> {
  const groups: readonly Group[] = JSON.parse(readFileSync(join(SUITE, "tests/draft7", file), "utf8"));
  const compiled = await loadValidators({ schemas: groups.map(({ schema }) => schema), documents: REMOTES });
  const failed = groups.flatMap((group, index) =>
    group.tests
      .filter(({ data, valid }) => compiled.is(index)(data) !== valid || compiled.validate(index)(data) !== valid)
      .map((test) => `${group.description}: ${test.description}`),
  );
  return { count: groups.flatMap(({ tests }) => tests).length, failed };
}

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".json"))
    .toSorted();
}
