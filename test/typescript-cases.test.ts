import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createDiagnosticList } from "../src/diagnostics/collector.js";
import { nameTypes } from "../src/targets/typescript/names.js";
import { isJsonObject, type JsonObject, type JsonValue } from "../src/support/json.js";
import { type Exports, importModule, writeJavascript } from "./support/import-typescript.js";
import { loadSample } from "./support/load-sample.js";
import { emptyFolder, typecheck, writeInto } from "./support/typecheck.js";
import { printProtocol } from "./support/typescript-samples.js";
import { correctedAjv, type Difference, DIFFERENCES } from "./validators/differences.js";

const CASES = new URL("../fixtures/cases/typescript/", import.meta.url);
const cases = readdirSync(CASES).toSorted();
const ENGINES = ["standalone", "ajv"] as const;
const folder = emptyFolder("typescript-cases");
const met = new Set<string>();

function read(path: string): JsonObject {
  const value: JsonValue = JSON.parse(readFileSync(new URL(path, CASES), "utf8"));
  if (!isJsonObject(value)) throw new Error(`${path} is no object`);
  return value;
}

/** A case: its document, and the values to try for each. */
interface Case {
  readonly document: JsonObject;
  readonly values: readonly (readonly [name: string, value: JsonValue])[];
}

function readCase(name: string): Case {
  const values = Object.entries(read(`${name}/values.json`)).flatMap(([definition, list]) =>
    Array.isArray(list) ? list.map((value: JsonValue): [string, JsonValue] => [definition, value]) : [],
  );
  return { document: read(`${name}/schema.json`), values };
}

async function verdicts(name: string): Promise<(engine: string, definition: string, value: JsonValue) => unknown> {
  const protocol = await loadSample({ source: `fixtures/cases/typescript/${name}/schema.json` });
  const names = nameTypes(protocol, createDiagnosticList());
  const modules = new Map<string, Exports>();
  for (const engine of ENGINES) {
    const units = printProtocol(protocol, { engine });
    for (const { path, text } of units) writeInto(folder, `${name}-${engine}/${path}`, text);
    const written = writeJavascript(units, `typescript-cases-js/${name}-${engine}`);
    modules.set(engine, await importModule(written, "validators.js"));
  }
  return (engine, definition, value) => {
    const validate = modules.get(engine)?.[`validate${names.get(definition)}`];
    if (typeof validate !== "function") throw new Error(`there is no validator of ${definition}`);
    return validate(value);
  };
}

/** The differences that tell why AJV's verdict is another: each alone, or all together. */
function explaining(one: Case, definition: string, value: JsonValue): readonly Difference[] {
  const ajv = (list: readonly Difference[]): unknown => correctedAjv(one.document, list)(definition)?.(value);
  const [plain, corrected] = [ajv([]), ajv(DIFFERENCES)];
  if (plain === corrected) return [];
  return DIFFERENCES.filter((difference) => ajv([difference]) === corrected);
}

describe("reports about other generators, replayed", () => {
  it.each(cases)("has AJV's verdict on every value but for the list: %s", async (name) => {
    const one = readCase(name);
    const verdict = await verdicts(name);
    const oracle = correctedAjv(one.document, DIFFERENCES);
    for (const [definition, value] of one.values) {
      const expected = oracle(definition)?.(value);
      const label = `${definition}: ${JSON.stringify(value)}`;
      expect(verdict("standalone", definition, value), label).toBe(expected);
      for (const { id } of explaining(one, definition, value)) met.add(id);
    }
  });

  it("type-checks under the strictest options, without a library but the language's own", () => {
    expect(typecheck(folder)).toBe("");
  });

  it("shows every difference that is listed, and the README lists each with its standard", () => {
    expect(DIFFERENCES.map(({ id }) => id).filter((id) => !met.has(id))).toEqual([]);
    const readme = readFileSync(new URL("../../../README.md", CASES), "utf8");
    expect(DIFFERENCES.filter(({ readmeRow }) => !readme.includes(readmeRow)).map(({ id }) => id)).toEqual([]);
    expect(readme.match(/^\| .* \| (?:JSON Schema|RFC|ECMA)/gmu)).toHaveLength(DIFFERENCES.length);
  });
});
