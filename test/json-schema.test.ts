import { Ajv } from "ajv";
import { format } from "prettier";
import { beforeAll, describe, expect, it } from "vitest";
import { createDiagnosticList } from "../src/diagnostics/collector.js";
import type { JsonSchema, Protocol } from "../src/ir/types.js";
import { mutate } from "../src/instances/mutate.js";
import { createRandom } from "../src/instances/random.js";
import { validInstances } from "../src/instances/valid-instances.js";
import { createRenderer } from "../src/render/renderer.js";
import type { JsonValue } from "../src/support/json.js";
import { jsonSchema } from "../src/targets/json-schema/index.js";
import type { TargetOptions } from "../src/targets/target.js";
import {
  clawdisDocument,
  publishedDocument,
  sampleProtocol,
  type PublishedDocument,
} from "./support/sample-protocols.js";

const renderer = createRenderer();

/** The text that the target makes of a protocol. */
function documentOf(protocol: Protocol, options: TargetOptions = {}): string {
  const { units } = jsonSchema.translate(protocol, { options, diagnostics: createDiagnosticList() });
  return units.map((unit) => renderer.render(jsonSchema.name, unit)).join("");
}

function parseDocument(text: string): PublishedDocument {
  return JSON.parse(text);
}

/** AJV's verdict on an instance, by definition. */
type Verdict = (definition: string, instance: JsonValue) => boolean;

function verdictsOf(document: PublishedDocument): Verdict {
  const ajv = new Ajv({ strict: false, validateFormats: false });
  ajv.addSchema({ ...document, $id: "document" });
  return (definition, instance) => ajv.getSchema(`document#/definitions/${definition}`)?.(instance) === true;
}

/** Valid instances of a schema, and as many that were damaged in one place. */
function instancesOf(schema: JsonSchema, definitions: ReadonlyMap<string, JsonSchema>): readonly JsonValue[] {
  const random = createRandom(7);
  const valid = validInstances(schema, { definitions, seed: 7, count: 6 });
  return [...valid, ...valid.map((instance) => mutate(instance, schema, random))];
}

const SOURCES = {
  clawdis: "fixtures/clawdis/schema.ts",
  gateway: "fixtures/gateway/schema.ts",
  published: "@openclaw/gateway-protocol/schema",
};

describe("the Clawdis document", () => {
  it("is the published one, key order included", async () => {
    const expected = clawdisDocument();
    const { $id: id, title, description } = expected;
    const protocol = await sampleProtocol(SOURCES.clawdis, { id, title, description });
    expect(JSON.stringify(parseDocument(documentOf(protocol)), null, 2)).toBe(JSON.stringify(expected, null, 2));
  });
});

describe("the document of the published gateway protocol", () => {
  it("has every definition of the package's own document, key order included", async () => {
    const { definitions } = parseDocument(documentOf(await sampleProtocol(SOURCES.published)));
    const expected = publishedDocument().definitions;
    expect(Object.keys(definitions)).toHaveLength(877);
    expect(Object.keys(definitions)).toEqual(Object.keys(expected));
    const different = Object.keys(expected).filter(
      (name) => JSON.stringify(definitions[name]) !== JSON.stringify(expected[name]),
    );
    expect(different).toEqual([]);
  });

  it("is less than half as long with named references", async () => {
    const protocol = await sampleProtocol(SOURCES.published);
    const [inline, named] = [documentOf(protocol), documentOf(protocol, { refs: "named" })];
    expect(named.length).toBeLessThan(inline.length / 2);
  });
});

describe.each(Object.entries(SOURCES))("the %s document", (_name, source) => {
  let protocol: Protocol;
  beforeAll(async () => {
    protocol = await sampleProtocol(source);
  });

  it.each(["inline", "named"])("passes the draft-07 meta-schema with %s references", (refs) => {
    const ajv = new Ajv({ strict: false });
    expect(ajv.validateSchema(parseDocument(documentOf(protocol, { refs })))).toBe(true);
    expect(ajv.errors).toBeNull();
  });

  it.each(["inline", "named"])("is laid out as Prettier does with %s references", async (refs) => {
    const text = documentOf(protocol, { refs });
    expect(await format(JSON.stringify(JSON.parse(text), null, 2), { parser: "json" })).toBe(text);
  });

  it("accepts and refuses the same with inline and with named references", () => {
    const registered = protocol.declarations.filter(({ origin }) => origin === undefined);
    const definitions = new Map(registered.map(({ id, schema }) => [id, schema]));
    const inline = verdictsOf(parseDocument(documentOf(protocol)));
    const named = verdictsOf(parseDocument(documentOf(protocol, { refs: "named" })));
    const verdicts = registered.flatMap(({ id, schema }) =>
      instancesOf(schema, definitions).map((instance) => ({
        id,
        instance,
        inline: inline(id, instance),
        named: named(id, instance),
      })),
    );
    expect(verdicts.filter((verdict) => verdict.inline !== verdict.named)).toEqual([]);
    expect(new Set(verdicts.filter((verdict) => verdict.inline).map(({ id }) => id)).size).toBe(registered.length);
    expect(verdicts.filter((verdict) => !verdict.inline).length).toBeGreaterThan(verdicts.length / 10);
  });

  it("is laid out as JSON.stringify does where that is asked for", () => {
    const text = documentOf(protocol, { layout: "stringify" });
    expect(text).toBe(`${JSON.stringify(JSON.parse(text), null, 2)}\n`);
    expect(JSON.parse(text)).toEqual(JSON.parse(documentOf(protocol)));
  });
});
