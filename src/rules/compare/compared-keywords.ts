import { type Assertion, isAssertion } from "../../json-schema/keywords.js";
import type { JsonValue } from "../../support/json.js";

/** What a limit is of, in messages: there is a rule for each. */
export type Noun = "length" | "pattern" | "format" | "range" | "size" | "set of keys" | "condition";

/**
 * How a keyword is compared. `structure`: as types, values and places. `limit`: as itself; with a greater or a smaller
 * number that allows less, where its numbers have an order.
 */
export type Compared =
  | { readonly as: "structure"; readonly narrowerWhen?: "greater"; readonly noun?: Noun }
  | {
      readonly as: "limit";
      readonly noun: Noun;
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
  patternProperties: { ...STRUCTURE, noun: "set of keys" },
  // Of a tuple, its length: one more place is one more thing to ask for.
  items: { ...STRUCTURE, narrowerWhen: "greater", noun: "size" },
  additionalItems: { ...STRUCTURE, noun: "size" },
  minLength: { ...SIZE, noun: "length" },
  maxLength: { ...UPPER, noun: "length" },
  pattern: { ...LIMIT, noun: "pattern" },
  format: { ...LIMIT, noun: "format" },
  minimum: { ...LOWER, noun: "range" },
  maximum: { ...UPPER, noun: "range" },
  exclusiveMinimum: { ...LOWER, noun: "range" },
  exclusiveMaximum: { ...UPPER, noun: "range" },
  multipleOf: { ...LIMIT, noun: "range" },
  minItems: { ...SIZE, noun: "size" },
  maxItems: { ...UPPER, noun: "size" },
  uniqueItems: { ...LIMIT, neutral: false, noun: "size" },
  contains: { ...LIMIT, noun: "condition" },
  minProperties: { ...SIZE, noun: "set of keys" },
  maxProperties: { ...UPPER, noun: "set of keys" },
  propertyNames: { ...LIMIT, noun: "set of keys" },
  dependencies: { ...LIMIT, noun: "condition" },
  allOf: { ...LIMIT, noun: "condition" },
  anyOf: { ...LIMIT, noun: "condition" },
  oneOf: { ...LIMIT, noun: "condition" },
  not: { ...LIMIT, neutral: false, noun: "condition" },
  if: { ...LIMIT, with: ["then", "else"], noun: "condition" },
  then: { as: "part", of: "if" },
  else: { as: "part", of: "if" },
};

/** How a keyword is compared; undefined for one that decides nothing. */
export function comparedAs(keyword: string): Compared | undefined {
  return isAssertion(keyword) ? COMPARED[keyword] : undefined;
}

/** What a keyword limits, where it is compared as itself. */
export function nounOf(keyword: string): Noun | undefined {
  const compared = comparedAs(keyword);
  return compared === undefined || compared.as === "part" ? undefined : compared.noun;
}

/** The keyword whose difference a keyword is part of; undefined for what is no limit. For example `if` for `then`. */
export function limitOf(keyword: string): Assertion | undefined {
  if (!isAssertion(keyword)) return undefined;
  const compared = COMPARED[keyword];
  if (compared.as === "part") return compared.of;
  return compared.as === "limit" ? keyword : undefined;
}
