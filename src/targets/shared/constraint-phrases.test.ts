import { describe, expect, it } from "vitest";
import type { TypeExpr } from "../../ir/type-expr.js";
import { constraintPhrases } from "./constraint-phrases.js";

const cases: readonly (readonly [TypeExpr, readonly string[]])[] = [
  [{ kind: "string", constraints: {} }, []],
  [{ kind: "string", constraints: { minLength: 1 } }, ["Not empty."]],
  [{ kind: "string", constraints: { minLength: 1, maxLength: 64 } }, ["1 to 64 characters."]],
  [{ kind: "string", constraints: { minLength: 3, maxLength: 3 } }, ["Exactly 3 characters."]],
  [{ kind: "string", constraints: { maxLength: 1 } }, ["At most 1 character."]],
  [{ kind: "string", constraints: { format: "uuid", pattern: "^`a" } }, ["Format `uuid`, matches `` ^`a ``."]],
  [{ kind: "integer", constraints: {} }, ["Integer."]],
  [{ kind: "integer", constraints: { minimum: 0, maximum: 5 } }, ["Integer, 0 to 5."]],
  [{ kind: "number", constraints: { minimum: -0.5 } }, ["At least -0.5."]],
  [
    { kind: "number", constraints: { exclusiveMinimum: 0, exclusiveMaximum: 1e21, multipleOf: 0.1 } },
    ["More than 0, less than 1e21, a multiple of 0.1."],
  ],
  [
    {
      kind: "array",
      items: { kind: "nullable", inner: { kind: "string", constraints: { minLength: 1 } } },
      constraints: { minItems: 1, uniqueItems: true },
    },
    ["At least 1 item, no item twice.", "Each item: not empty."],
  ],
  [
    {
      kind: "map",
      values: { kind: "integer", constraints: { minimum: 0 } },
      keyPattern: "^x-",
      constraints: { maxProperties: 2 },
    },
    ["At most 2 keys, keys match `^x-`.", "Each value: integer, at least 0."],
  ],
  [{ kind: "nullable", inner: { kind: "integer", constraints: {} } }, ["Integer."]],
  [{ kind: "ref", target: "Other" }, []],
];

describe("constraintPhrases", () => {
  it.each(cases)("says of %j: %j", (type, remarks) => {
    expect(constraintPhrases(type, { integers: false })).toEqual(remarks);
  });

  it("leaves unsaid what a type says", () => {
    const type: TypeExpr = { kind: "integer", constraints: { minimum: 3, maximum: 3 } };
    expect(constraintPhrases(type, { integers: true })).toEqual(["Exactly 3."]);
  });
});
