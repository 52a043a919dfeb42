import type { JsonSchema } from "../../src/json-schema/schema.js";
import { beforeAll, describe, expect, it } from "vitest";
import { type EmittedModule, emitSource, loadValidators } from "./load-validators.js";

/** Texts that end strings, comments or templates, name what objects inherit, or are no text at all. */
const HOSTILE: readonly string[] = [
  `"; globalThis.escaped = true; "`,
  `'; globalThis.escaped = true; '`,
  "*/ globalThis.escaped = true; /*",
  "`${(globalThis.escaped = true)}`",
  "\\",
  '\\"',
  "\n// x\r\n",
  "\u2028globalThis.escaped = true\u2029",
  "</script><!--",
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "",
  " ",
  "😀",
  "\ud800",
  "\udc00x",
  "\u202e\u200b\ufeff\u0000\u007f",
  "a/b~c%d",
  "{{name}}",
];

/** A text in every place where a schema can hold one, alone and in a union that it tells apart. */
function schemaWith(text: string): JsonSchema {
  const properties = Object.fromEntries([[text, { const: text, description: text }]]);
  const values = Object.fromEntries([[text, [text, Object.fromEntries([[text, 1]])]]]);
  return {
    title: text,
    $comment: text,
    description: text,
    type: "object",
    properties: {
      named: { type: "object", properties, required: [text], additionalProperties: false },
      open: { type: "object", properties, dependencies: Object.fromEntries([[text, [text]]]) },
      needed: { required: [text] },
      listed: { enum: [text, `${text}2`, values] },
      many: { enum: Array.from({ length: 9 }, (_, index) => `${text}${index}`) },
      union: {
        anyOf: [`${text}1`, `${text}2`].map((tag) => ({
          type: "object",
          properties: Object.fromEntries([[text, { const: tag }]]),
          required: [text],
        })),
      },
      pattern: { type: "string", pattern: `^${text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&")}$` },
      map: { patternProperties: { "[`'\"/*]": { type: "number" } } },
    },
    [`x-${text}`]: text,
  };
}

describe("a hostile schema", () => {
  let emitted: EmittedModule;

  beforeAll(async () => {
    emitted = await loadValidators({ schemas: HOSTILE.map(schemaWith) });
  });

  it("cannot run code of its own", () => {
    expect(Reflect.has(globalThis, "escaped")).toBe(false);
    expect(emitted.diagnostics).toEqual([]);
  });

  it("gives only well-formed text, with nothing invisible in it", () => {
    expect(asUtf8(emitted.source)).toBe(emitted.source);
    expect(emitted.source.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
  });

  it.each(HOSTILE.map((text, index) => ({ text, index })))("means what it says: $index", ({ text, index }) => {
    const is = emitted.is(index);
    const own = (value: unknown): object => Object.fromEntries([[text, value]]);
    const places = [
      [{ named: own(text) }, { named: own("other") }],
      [{ named: own(text) }, { named: {} }],
      [{ open: {} }, { open: own(1) }],
      [{ needed: own(1) }, { needed: {} }],
      [{ listed: `${text}2` }, { listed: `${text}3` }],
      [{ listed: own([text, own(1)]) }, { listed: own([text, own(2)]) }],
      [{ many: `${text}8` }, { many: `${text}9` }],
      [{ union: own(`${text}2`) }, { union: own(`${text}3`) }],
      [{ union: own(`${text}1`) }, { union: {} }],
      [{ pattern: text }, { pattern: `${text}!` }],
    ];
    for (const [valid, invalid] of places) {
      expect(is(valid)).toBe(true);
      expect(is(invalid)).toBe(false);
    }
  });

  it.each(HOSTILE.map((text, index) => ({ text, index })))("explains itself: $index", ({ text, index }) => {
    const validate = emitted.validate(index);
    expect(validate({ named: {} })).toBe(false);
    expect(validate.errors).toMatchObject([
      { instancePath: "/named", keyword: "required", params: { missingProperty: text } },
    ]);
    expect(validate({ named: Object.fromEntries([[text, 1]]) })).toBe(false);
    const pointer = text.replaceAll("~", "~0").replaceAll("/", "~1");
    expect(validate.errors).toMatchObject([{ instancePath: `/named/${pointer}`, keyword: "const" }]);
    expect(validate.errors?.[0]?.schemaPath).toMatch(/^#\/properties\/named\/properties\/[\w.!~*'()%-]*\/const$/);
  });
});

describe("a definition's name", () => {
  it.each(HOSTILE)("cannot break out of its place: %j", (text) => {
    const definitions = Object.fromEntries([[text, { type: "string" }]]);
    const { source } = emitSource({
      schemas: [{ properties: { a: { $ref: `#/definitions/${encodeURIComponent(asUtf8(text))}` } } }],
      definitions,
    });
    expect(asUtf8(source)).toBe(source);
    expect(source).not.toMatch(/^\s*globalThis/m);
  });
});

/** What is left of a text in a file: lone surrogates do not survive it. */
function asUtf8(text: string): string {
  return Buffer.from(text, "utf8").toString("utf8");
}
