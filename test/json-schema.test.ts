import { readdirSync, readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { format } from "prettier";
import { beforeAll, describe, expect, it } from "vitest";
import type { Protocol } from "../src/ir/types.js";
import { documentOf, parseDocument, verdictsOf } from "./support/json-schema-document.js";
import { clawdisDocument, loadSample, publishedDocument } from "./support/load-sample.js";

const FRAMES = new URL("../fixtures/frames/", import.meta.url);

const SOURCES = {
  clawdis: "fixtures/clawdis/schema.ts",
  gateway: "fixtures/gateway/schema.ts",
  published: "@openclaw/gateway-protocol/schema",
};

describe("the Clawdis document", () => {
  it("is the published one, key order included", async () => {
    const expected = clawdisDocument();
    const { $id: id, title, description } = expected;
    const protocol = await loadSample({ source: SOURCES.clawdis, id, title, description });
    expect(JSON.stringify(parseDocument(documentOf(protocol)), null, 2)).toBe(JSON.stringify(expected, null, 2));
  });
});

describe("the document of the published gateway protocol", () => {
  it("has every definition of the package's own document, key order included", async () => {
    const { definitions } = parseDocument(documentOf(await loadSample({ source: SOURCES.published })));
    const expected = publishedDocument().definitions;
    expect(Object.keys(definitions)).toHaveLength(877);
    expect(Object.keys(definitions)).toEqual(Object.keys(expected));
    const different = Object.keys(expected).filter(
      (name) => JSON.stringify(definitions[name]) !== JSON.stringify(expected[name]),
    );
    expect(different).toEqual([]);
  });

  it("is less than half as long with named references", async () => {
    const protocol = await loadSample({ source: SOURCES.published });
    const [inline, named] = [documentOf(protocol), documentOf(protocol, { refs: "named" })];
    expect(named.length).toBeLessThan(inline.length / 2);
  });
});

describe("the gateway document", () => {
  it.each(["inline", "named"])("accepts exactly the frames at its root with %s references", async (refs) => {
    const protocol = await loadSample({ source: SOURCES.gateway });
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(
      parseDocument(documentOf(protocol, { refs })),
    );
    for (const file of readdirSync(FRAMES)) {
      const frame: object = JSON.parse(readFileSync(new URL(file, FRAMES), "utf8"));
      expect(validate(frame)).toBe(true);
      expect(validate({ ...frame, type: "other" })).toBe(false);
      expect(validate({ ...frame, extra: true })).toBe(false);
    }
  });
});

describe.each(Object.entries(SOURCES))("the %s document", (_name, source) => {
  let protocol: Protocol;
  beforeAll(async () => {
    protocol = await loadSample({ source });
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
    const verdicts = verdictsOf(protocol);
    expect(verdicts.filter((verdict) => verdict.inline !== verdict.named)).toEqual([]);
    const reached = new Set(verdicts.filter(({ inline }) => inline).map(({ definition }) => definition));
    expect(reached.size).toBe(protocol.declarations.filter(({ origin }) => origin === undefined).length);
    expect(verdicts.filter(({ inline }) => !inline).length).toBeGreaterThan(verdicts.length / 10);
  });

  it("is laid out as JSON.stringify does where that is asked for", () => {
    const text = documentOf(protocol, { layout: "stringify" });
    expect(text).toBe(`${JSON.stringify(JSON.parse(text), null, 2)}\n`);
    expect(JSON.parse(text)).toEqual(JSON.parse(documentOf(protocol)));
  });
});
