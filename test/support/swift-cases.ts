import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { isJsonArray, isJsonObject, type JsonValue } from "../../src/support/json.js";
import { swift } from "../../src/targets/swift/index.js";
import { createDiagnosticList } from "../../src/diagnostics/collector.js";
import type { Protocol } from "../../src/ir/types.js";
import { loadSample } from "./load-sample.js";
import { printModels } from "./swift-samples.js";

const FOLDER = fileURLToPath(new URL("../../fixtures/cases/swift/", import.meta.url));

/** A shape from a public report, with values of it. */
export interface SwiftCase {
  readonly name: string;
  readonly protocol: Protocol;
  readonly values: readonly CaseValue[];
}

/** A value that has to come back as it was, and the cases of enums that it is read as, where those are said. */
export interface CaseValue {
  readonly definition: string;
  /** JSON text. */
  readonly text: string;
  readonly cases: JsonValue | undefined;
  /** What is written, where that is not what was read: closed objects leave out what they do not declare. */
  readonly written: string;
}

/** The names of all cases. */
export function caseNames(): readonly string[] {
  return readdirSync(FOLDER).toSorted();
}

/** Reads a case: its schema, the values that are valid and those that a newer server sends. */
export async function loadCase(name: string): Promise<SwiftCase> {
  const file = existsSync(`${FOLDER}${name}/schema.ts`) ? "schema.ts" : "schema.json";
  const protocol = await loadSample({ source: `fixtures/cases/swift/${name}/${file}` });
  const values = readJson(`${name}/values.json`);
  const [cases = {}, written = {}] = ["cases.json", "written.json"].map((other) =>
    existsSync(`${FOLDER}${name}/${other}`) ? readJson(`${name}/${other}`) : {},
  );
  return {
    name,
    protocol,
    values: Object.entries(values).flatMap(([definition, lists]) =>
      valuesOf(definition, lists, { cases: cases[definition], written: written[definition] }),
    ),
  };
}

interface Expected {
  readonly cases: JsonValue | undefined;
  readonly written: JsonValue | undefined;
}

function valuesOf(definition: string, lists: JsonValue, { cases, written }: Expected): readonly CaseValue[] {
  if (!isJsonObject(lists)) return [];
  const { valid, newer, raw } = lists;
  const values = [valid, newer].flatMap((list) => (isJsonArray(list) ? list : []));
  return values.map((value, index) => {
    const text = raw === true && typeof value === "string" ? value : JSON.stringify(value);
    const other = isJsonArray(written) ? (written[index] ?? null) : null;
    return {
      definition,
      text,
      cases: isJsonArray(cases) ? cases[index] : undefined,
      written: other === null ? text : JSON.stringify(other),
    };
  });
}

function readJson(path: string): Readonly<Record<string, JsonValue>> {
  return JSON.parse(readFileSync(`${FOLDER}${path}`, "utf8"));
}

/** The Swift of a case without the runtime, in a namespace of its own, so that all cases are one program. */
export function caseSource({ name, protocol }: SwiftCase): string {
  const [file] = printModels(protocol);
  const text = file?.text ?? "";
  // Extensions stand in no other type: theirs get the namespace in their name instead.
  const extensions = [...text.matchAll(IDENTITIES)].map(([extension]) =>
    extension.replace("extension ", `extension ${namespaceOf(name)}.`),
  );
  return [`enum ${namespaceOf(name)} {`, text.replaceAll(IDENTITIES, ""), "}", ...extensions, ""].join("\n");
}

/** How models say that they have an identity. */
const IDENTITIES = /^@available\(.*\)\nextension .*: Identifiable \{\}$/gmu;

/** The Swift types of a case's definitions, by `case/definition`. */
export function caseTypes({ name, protocol }: SwiftCase): ReadonlyMap<string, string> {
  const names = swift.names?.(protocol, { options: {}, diagnostics: createDiagnosticList() }) ?? [];
  const types = new Map(names.map(({ thing, name: type }) => [thing, type]));
  const registered = protocol.declarations.filter(({ origin }) => origin === undefined);
  return new Map(
    registered.map(({ id }) => [`${name}/${id}`, `${namespaceOf(name)}.${types.get(`type ${id}`) ?? id}`]),
  );
}

function namespaceOf(name: string): string {
  return `Case${name.slice(0, 2)}`;
}
