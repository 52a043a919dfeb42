import { type Assertion, isAssertion } from "../../json-schema/keywords.js";
import type { JsonValue } from "../../support/json.js";

/**
 * How a keyword is compared. `structure`: as types, values and places. `limit`: as itself; with a greater or a smaller
 * number that allows less, where its numbers have an order.
 */
export type Compared =
  | { readonly as: "structure"; readonly narrowerWhen?: "greater" }
  | {
      readonly as: "limit";
      readonly narrowerWhen?: "greater" | "smaller";
      /** What the absence of the keyword means the same as. */
      readonly neutral?: JsonValue;
      /** The keywords that mean something only with it. */
      readonly with?: readonly Assertion[];
    }
  /** Part of another keyword's meaning. */
  | { readonly as: "part"; readonly of: Assertion };

const STRUCTURE = { as: "structure" } as const;
const LIMIT = { as: "limit" } as const;
const UPPER = { as: "limit", narrowerWhen: "smaller" } as const;
const LOWER = { as: "limit", narrowerWhen: "greater" } as const;
const SIZE = { ...LOWER, neutral: 0 } as const;

const COMPARED: Readonly<Record<Assertion, Compared>> = {
  type: STRUCTURE,
  const: STRUCTURE,
  enum: STRUCTURE,
  properties: STRUCTURE,
  required: STRUCTURE,
  additionalProperties: STRUCTURE,
  patternProperties: STRUCTURE,
  // Of a tuple, its length: one more place is one more thing to ask for.
  items: { ...STRUCTURE, narrowerWhen: "greater" },
  additionalItems: STRUCTURE,
  minLength: SIZE,
  maxLength: UPPER,
  pattern: LIMIT,
  format: LIMIT,
  minimum: LOWER,
  maximum: UPPER,
  exclusiveMinimum: LOWER,
  exclusiveMaximum: UPPER,
  multipleOf: LIMIT,
  minItems: SIZE,
  maxItems: UPPER,
  uniqueItems: { ...LIMIT, neutral: false },
  contains: LIMIT,
  minProperties: SIZE,
  maxProperties: UPPER,
  propertyNames: LIMIT,
  dependencies: LIMIT,
  allOf: LIMIT,
  anyOf: LIMIT,
  oneOf: LIMIT,
  not: { ...LIMIT, neutral: false },
  if: { ...LIMIT, with: ["then", "else"] },
  then: { as: "part", of: "if" },
  else: { as: "part", of: "if" },
};

/** How a keyword is compared; undefined for one that decides nothing. */
export function comparedAs(keyword: string): Compared | undefined {
  return isAssertion(keyword) ? COMPARED[keyword] : undefined;
}

/** The keyword whose difference a keyword is part of; undefined for what is no limit. For example `if` for `then`. */
export function limitOf(keyword: string): Assertion | undefined {
  if (!isAssertion(keyword)) return undefined;
  const compared = COMPARED[keyword];
  if (compared.as === "part") return compared.of;
  return compared.as === "limit" ? keyword : undefined;
}
