import { isJsonArray, type JsonValue } from "../support/json.js";
import { type Holds, keywordRow } from "./keywords.js";
import { isTypeName } from "./schema.js";

/** The form of a keyword that holds no schemas. */
export type Form = Exclude<Holds, "any value" | `schema${string}`>;

/** What a form is called in a message, and how it is recognised. */
interface FormTest {
  readonly expected: string;
  has(value: JsonValue): boolean;
}

/** The forms of the draft-07 meta-schema. */
const FORMS: Readonly<Record<Form, FormTest>> = {
  boolean: { expected: "true or false", has: (value) => typeof value === "boolean" },
  count: {
    expected: "a whole number, 0 or more",
    has: (value) => typeof value === "number" && Number.isInteger(value) && value >= 0,
  },
  names: {
    expected: "an array of property names",
    has: (value) => isJsonArray(value) && value.every((name) => typeof name === "string"),
  },
  number: { expected: "a number", has: (value) => typeof value === "number" },
  pattern: { expected: "a regular expression as a string", has: (value) => typeof value === "string" },
  string: { expected: "a string", has: (value) => typeof value === "string" },
  type: {
    expected: "one of JSON Schema's types, or an array of them",
    has: (value) => isTypeName(value) || (isJsonArray(value) && value.every(isTypeName)),
  },
  values: { expected: "an array of values", has: isJsonArray },
};

function isForm(holds: Holds | undefined): holds is Form {
  return holds !== undefined && Object.hasOwn(FORMS, holds);
}

/** The form that a keyword's value has to have; undefined for one that holds schemas, or anything. */
export function formOf(keyword: string): Form | undefined {
  const holds = keywordRow(keyword)?.holds;
  return isForm(holds) ? holds : undefined;
}

/** What a keyword with a value of another form should have held; undefined where the form is right. */
export function formFault(form: Form, value: JsonValue): string | undefined {
  return FORMS[form].has(value) ? undefined : FORMS[form].expected;
}
