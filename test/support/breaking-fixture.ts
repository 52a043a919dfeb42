import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv, type ValidateFunction } from "ajv";
import addFormats from "ajv-formats";
import type { Protocol } from "../../src/ir/types.js";
import { generatedNames } from "../../src/pipeline/generated-names.js";
import { breakingRules } from "../../src/rules/breaking/index.js";
import type { Change, Witness } from "../../src/rules/rule.js";
import { runRules } from "../../src/rules/run-rules.js";
import { isJsonObject, type JsonObject, type JsonValue } from "../../src/support/json.js";
import { lowerDocument } from "./lower-document.js";

const FOLDER = join(import.meta.dirname, "../../fixtures/breaking");

const TARGETS = ["swift", "typescript"].map((name) => ({
  name,
  output: name,
  committed: true,
  allow: [],
  options: {},
}));

/** Two versions of a protocol as JSON Schema documents. */
export interface DocumentPair {
  readonly previous: JsonObject;
  readonly current: JsonObject;
}

/** The rules that have a fixture pair. */
export function fixtureNames(): readonly string[] {
  return readdirSync(FOLDER).toSorted();
}

/** The fixture pair of a rule. */
export function fixturePair(rule: string): DocumentPair {
  return { previous: readDocument(rule, "previous"), current: readDocument(rule, "current") };
}

function readDocument(rule: string, version: string): JsonObject {
  const value: JsonValue = JSON.parse(readFileSync(join(FOLDER, rule, `${version}.json`), "utf8"));
  if (!isJsonObject(value)) throw new Error(`the ${version} fixture of ${rule} is no object`);
  return value;
}

/** What changed between two documents. */
export async function changesBetween({ previous, current }: DocumentPair): Promise<readonly Change[]> {
  const [before, after] = [lowered(previous), lowered(current)];
  const names = generatedNames({ targets: TARGETS, names: {} }, before, after);
  return runRules({ previous: before, current: after, rules: breakingRules, names, isApproved: () => false });
}

function lowered(document: JsonObject): Protocol {
  const { protocol, diagnostics } = lowerDocument(document);
  if (protocol === undefined) throw new Error(JSON.stringify(diagnostics, null, 2));
  return protocol;
}

/** What AJV says of a definition of each version, compiled from the documents as they are. */
export interface Oracle {
  /** Whether a version accepts an instance of a definition; undefined where it has no such definition. */
  accepts(version: "previous" | "current", definition: string, instance: JsonValue): boolean | undefined;
}

/** Compiles both documents, or those of their definitions that are asked for. */
export function createOracle({ previous, current }: DocumentPair, names?: ReadonlySet<string>): Oracle {
  const validators = { previous: compileAll(previous, names), current: compileAll(current, names) };
  return { accepts: (version, definition, instance) => validators[version].get(definition)?.(instance) };
}

function compileAll(document: JsonObject, names?: ReadonlySet<string>): ReadonlyMap<string, ValidateFunction> {
  const ajv = new Ajv({ strict: false, logger: false });
  addFormats.default(ajv);
  const { definitions } = document;
  if (!isJsonObject(definitions)) throw new Error("the document has no definitions");
  ajv.addSchema({ definitions }, "document");
  const compiled = new Map<string, ValidateFunction>();
  for (const name of Object.keys(definitions).filter((key) => names?.has(key) ?? true))
    compiled.set(name, ajv.compile({ $ref: `document#/definitions/${name}` }));
  return compiled;
}

/** Whether an example is one: its writer's version accepts it, and its reader's version does not. */
export function isProven({ definition, instance, readerVersion }: Witness, oracle: Oracle): boolean {
  if (definition === undefined) return isJsonObject(instance);
  const writerVersion = readerVersion === "previous" ? "current" : "previous";
  return (
    oracle.accepts(writerVersion, definition, instance) === true &&
    oracle.accepts(readerVersion, definition, instance) === false
  );
}
