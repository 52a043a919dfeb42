import { join } from "node:path";
import { format } from "prettier";
import { beforeAll, describe, expect, it } from "vitest";
import { createDiagnosticList } from "../src/diagnostics/collector.js";
import { loadProtocol } from "../src/pipeline/load-protocol.js";
import { nameTypes } from "../src/targets/typescript/names.js";
import { sampleProtocol } from "./support/sample-protocol.js";
import { type Exports, importModule, writeJavascript } from "./support/import-typescript.js";
import { emptyFolder, typecheck, writeInto } from "./support/typecheck.js";
import { type PrintedUnit, printProtocol } from "./support/typescript-samples.js";

const TEXTS = [
  '"',
  "'",
  "`",
  "\\",
  "\\u0022",
  "*/ export const broken = 1; /*",
  "// x",
  "${process.exit()}",
  "</script>",
  "{{this}}",
  "@deprecated",
  "line\nbreak\r\n",
  "\u2028\u2029",
  "\u0000\u0007\u001b",
  "__proto__",
  "constructor",
  "toString",
  "",
  " ",
  "🙂",
  "日本語",
  "\ud800",
  "\udc00x",
  "class",
  "string",
  "Record",
  "Request",
  "Response",
  "Event",
];

/** AJV itself goes wrong on these names of properties: it loses the first and throws on the others. */
const BEYOND_AJV = ["__proto__", "\ud800", "\udc00x"];

/** A definition that uses one text as a property's name, a constant, an enum's value, a pattern and a description. */
function definition(text: string): object {
  const pattern = text.replaceAll(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`);
  return {
    type: "object",
    description: text,
    properties: Object.fromEntries([
      [text, { const: text, description: text, default: text }],
      ["kind", { enum: [text, `${text}!`], description: `${text}*/` }],
      ["texts", { type: "object", additionalProperties: { type: "string", description: text } }],
      ["matching", { type: "string", pattern, description: `${text}\n${text}` }],
    ]),
    required: [text],
    additionalProperties: false,
  };
}

async function loadHostile(engine: string) {
  const folder = emptyFolder(`typescript-hostile-source-${engine}`);
  const definitions = Object.fromEntries(TEXTS.map((text) => [text, definition(text)]));
  writeInto(folder, "protocol.schema.json", JSON.stringify({ definitions }));
  const diagnostics = createDiagnosticList();
  const source = `dist/test/typescript-hostile-source-${engine}/protocol.schema.json`;
  const protocol = await loadProtocol(sampleProtocol({ source }), join(import.meta.dirname, ".."), diagnostics);
  if (protocol === undefined) throw new Error(JSON.stringify(diagnostics.diagnostics));
  return {
    ...protocol,
    methods: TEXTS.map((text) => method(text, "Request")),
    events: TEXTS.map((text) => event(text, "Event")),
    errorCodes: TEXTS,
  };
}

function method(name: string, params: string) {
  return { name, params, result: "Response", doc: "*/", deprecated: { reason: "*/" }, metadata: { scope: "*/" } };
}

function event(name: string, payload: string) {
  return { name, payload, doc: undefined, deprecated: undefined, metadata: {} };
}

describe.each(["standalone", "ajv"])("a hostile schema, with the engine %s", (engine) => {
  const made: {
    units: readonly PrintedUnit[];
    validators: Exports;
    protocol: Exports;
    names: ReadonlyMap<string, string>;
  } = {
    units: [],
    validators: {},
    protocol: {},
    names: new Map(),
  };
  const found = createDiagnosticList();

  beforeAll(async () => {
    const protocol = await loadHostile(engine);
    made.names = nameTypes(protocol, createDiagnosticList());
    made.units = printProtocol(protocol, { engine }, found);
    const folder = writeJavascript(made.units, `typescript-hostile-${engine}`);
    made.validators = await importModule(folder, "validators.js");
    made.protocol = await importModule(folder, "protocol.js");
  });

  it("cannot break out of the types", () => {
    const folder = emptyFolder(`typescript-hostile-types-${engine}`);
    for (const { path, text } of made.units) writeInto(folder, path, text);
    expect(typecheck(folder)).toBe("");
  });

  it("is laid out as Prettier does", async () => {
    for (const { path, text, format: language } of made.units) {
      if (language === "typescript") expect(await format(text, { parser: "typescript" }), path).toBe(text);
    }
  });

  it("is written as text that UTF-8 can hold", () => {
    for (const { text, path } of made.units) expect(/\p{Surrogate}/u.test(text), path).toBe(false);
  });

  const texts = engine === "ajv" ? TEXTS.filter((text) => !BEYOND_AJV.includes(text)) : TEXTS;

  it.each(texts.map((text) => JSON.stringify(text)))("validates as it says: %s", (quoted) => {
    const text: string = JSON.parse(quoted);
    const name = made.names.get(text);
    const validate = made.validators[`validate${name}`];
    if (typeof validate !== "function") throw new Error(`there is no validator for ${quoted}`);
    const object = (value: unknown): unknown => Object.fromEntries([[text, value]]);
    expect(validate(object(text))).toBe(true);
    expect(validate(object(`${text}?`))).toBe(false);
    expect(validate({ other: text })).toBe(false);
  });

  it.each(TEXTS.map((text) => JSON.stringify(text)))("knows the method, the event and the error code %s", (quoted) => {
    const text: string = JSON.parse(quoted);
    const { validateRequestOf, validateEventOf } = made.validators;
    if (typeof validateRequestOf !== "function" || typeof validateEventOf !== "function") throw new Error("no tables");
    expect(validateRequestOf(text, { Request: "Request" })).toMatchObject({ ok: true, method: text });
    expect(validateEventOf(text, { Event: "Event" })).toMatchObject({ ok: true, event: text });
    expect(Object.entries(Object(made.protocol["ErrorCode"]))).toContainEqual([text, text]);
  });

  it("reports each type and function that had to be renamed", () => {
    const codes = new Set(found.diagnostics.map(({ code }) => code));
    expect(codes).toContain("typescript/renamed");
    expect(codes).toContain("typescript/table-renamed");
  });
});
