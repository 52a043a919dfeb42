import * as fc from "fast-check";
import { format } from "prettier";
import { describe, expect, it } from "vitest";
import type { JsonValue } from "../../../support/json.js";
import { prettierLayout } from "./prettier-layout.js";

const ROOT = { indent: 0, column: 0, comma: false };

/** What Prettier itself makes of the value. */
function byPrettier(value: JsonValue): Promise<string> {
  return format(JSON.stringify(value, null, 2), { parser: "json" });
}

/** Long enough to stand on either side of the print width, in scripts of several widths. */
const text = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.constantFrom("日本語の文字列", "👩‍👩‍👧‍👦🇦🇹", "naïve", "e\u0301", "a\u2028b", "\ud800", "x".repeat(77)),
);
const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }));

const { json } = fc.letrec<{ json: JsonValue }>((tie) => ({
  json: fc.oneof(
    { depthSize: "medium" },
    fc.constantFrom(null, true, false),
    number,
    text,
    fc.array(number, { minLength: 1, maxLength: 40 }),
    fc.array(fc.array(number, { maxLength: 4 }), { maxLength: 4 }),
    fc.array(text, { maxLength: 8 }),
    fc.array(tie("json"), { maxLength: 5 }),
    fc.dictionary(text, tie("json"), { maxKeys: 5 }),
  ),
}));

describe("prettierLayout", () => {
  it.each<JsonValue>([
    {},
    [],
    [{}],
    [[]],
    [[[]], [[1]]],
    {
      a: [1, 2, 3],
      b: [
        [1, 2],
        [3, 4],
      ],
      c: [[1, 2], [3]],
      d: [{ a: 1 }, {}],
    },
    { a: 1e21, b: -1.5e-7, c: [1e21, 5e-324, -0] },
    { "": ["", " "], 日本: ["日".repeat(35)], ["__proto__"]: null },
    { exactly: ["x".repeat(64)], over: ["x".repeat(68)], last: ["x".repeat(68)] },
  ])("lays out %j as Prettier does", async (value) => {
    expect(`${prettierLayout(value, ROOT)}\n`).toBe(await byPrettier(value));
  });

  it("lays out any JSON as Prettier does", async () => {
    await fc.assert(
      fc.asyncProperty(json, async (value) => {
        expect(`${prettierLayout(value, ROOT)}\n`).toBe(await byPrettier(value));
      }),
      { numRuns: 400 },
    );
  });
});
