import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { isRecord, type JsonObject, type JsonValue } from "../support/json.js";
import { formFault, formOf } from "./forms.js";
import { ASSERTIONS, isAnnotation, isAssertion, keywordRow } from "./keywords.js";
import { isOpen } from "./schema.js";

const metaSchema: unknown = createRequire(import.meta.url)("ajv/dist/refs/json-schema-draft-07.json");

function draftKeywords(): readonly string[] {
  const properties = isRecord(metaSchema) ? metaSchema["properties"] : undefined;
  return isRecord(properties) ? Object.keys(properties) : [];
}

describe("the table of keywords", () => {
  it("has a row for every keyword of draft-07", () => {
    expect(draftKeywords().length).toBeGreaterThan(40);
    expect(draftKeywords().filter((keyword) => keywordRow(keyword) === undefined)).toEqual([]);
  });

  it("says of every limit how two of them meet", () => {
    const limits = ASSERTIONS.filter((keyword) => keywordRow(keyword)?.role === "limit");
    expect(limits.length).toBeGreaterThan(15);
    expect(limits.filter((keyword) => keywordRow(keyword)?.meet === undefined)).toEqual([]);
  });

  it("takes no property of objects for a keyword", () => {
    for (const name of ["constructor", "__proto__", "toString"]) {
      expect(keywordRow(name)).toBeUndefined();
      expect(isAssertion(name)).toBe(false);
    }
  });

  it.each(["title", "$schema", "$id", "example", "contentMediaType", "readOnly", "definitions", "x-internal"])(
    "knows that %s says nothing about values",
    (keyword) => {
      expect(isAnnotation(keyword)).toBe(true);
      expect(isOpen({ [keyword]: "text" })).toBe(true);
    },
  );

  it.each(["type", "minLength", "not", "$ref", "unevaluatedProperties", "minLenght"])(
    "knows that %s may say something",
    (keyword) => {
      expect(isOpen({ [keyword]: {} })).toBe(false);
    },
  );
});

describe("the form of a keyword", () => {
  it.each<[string, JsonValue, JsonValue]>([
    ["minLength", 1, -1],
    ["maximum", -1.5, "1"],
    ["pattern", "^a", 1],
    ["uniqueItems", false, 0],
    ["required", ["a"], [1]],
    ["type", ["string", "null"], "text"],
    ["enum", [{}], {}],
  ])("of %s is that of %j and not that of %j", (keyword, right, wrong) => {
    const form = formOf(keyword);
    if (form === undefined) throw new Error("no form");
    expect(formFault(form, right)).toBeUndefined();
    expect(formFault(form, wrong)).toMatch(/^(a|an|one|true) /);
  });

  it("is none where schemas or anything may stand", () => {
    const schema: JsonObject = { properties: {}, items: {}, const: 1, dependencies: {}, unknown: 1 };
    expect(Object.keys(schema).map(formOf)).toEqual([undefined, undefined, undefined, undefined, undefined]);
  });
});
