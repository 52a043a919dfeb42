import * as fc from "fast-check";
import { format } from "prettier";
import { describe, expect, it } from "vitest";
import { printAlias, printMember } from "./print-type.js";
import type { TsType } from "./ts-type.js";

const word = fc.integer({ min: 1, max: 60 }).map((length) => "Abcdefghij".repeat(6).slice(0, length));
const literal = fc.oneof(word, fc.constant("日本語"), fc.constant("🙂")).map((text) => `"${text}"`);
const keyword = fc.constantFrom("string", "number", "boolean", "null", "unknown", "-1");
const reference = word.map((text): TsType => ({ kind: "reference", text }));
const named = fc.oneof(literal, keyword).map((text): TsType => ({ kind: "named", text }));

const { type } = fc.letrec<{ type: TsType; single: TsType }>((tie) => ({
  single: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    reference,
    named,
    fc.record({ kind: fc.constant("array" as const), element: tie("type") }),
    fc.record({
      kind: fc.constant("record" as const),
      values: tie("type"),
      form: fc.constantFrom("generic" as const, "literal" as const),
    }),
    fc
      .record({
        kind: fc.constant("tuple" as const),
        elements: fc.array(tie("type"), { maxLength: 3 }),
        optional: fc.nat(2),
        rest: fc.option(tie("type"), { nil: undefined }),
      })
      .map(({ optional, ...tuple }) => ({ ...tuple, required: Math.max(0, tuple.elements.length - optional) })),
  ),
  type: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    tie("single"),
    fc.record({
      kind: fc.constant("union" as const),
      members: fc.array(tie("single"), { minLength: 2, maxLength: 4 }),
    }),
  ),
}));

describe("the layout of types", () => {
  it("is Prettier's own", { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(word, type), { minLength: 1, maxLength: 8 }), async (entries) => {
        const members = entries.map(([key, of]) => `  ${printMember(`${key}?`, of)}\n`);
        const aliases = entries.map(([name, of]) => `${printAlias(name, of)}\n`);
        const text = `interface Members {\n${members.join("")}}\n${aliases.join("")}`;
        expect(await format(text, { parser: "typescript" })).toBe(text);
      }),
      { numRuns: 300 },
    );
  });
});
