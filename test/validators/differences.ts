import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { withoutIgnored } from "../../src/json-schema/beside-ref.js";
import type { JsonSchema } from "../../src/json-schema/schema.js";
import { referenceTo } from "../../src/json-schema/references.js";
import { DOCUMENT_URI } from "../../src/json-schema/resources.js";
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../../src/support/json.js";
import { stableJson } from "../../src/support/stable-json.js";

/** A place where validators follow a standard that AJV does not, and what makes AJV follow it. */
export interface Difference {
  /** As the README lists it. */
  readonly id: string;
  readonly standard: string;
  /** How its row of the README begins. */
  readonly readmeRow: string;
  readonly correct?: (ajv: Ajv) => void;
  readonly prepare?: (schema: JsonSchema) => JsonSchema;
}

/** All of them: there is no other difference. */
export const DIFFERENCES: readonly Difference[] = [
  {
    id: "multipleOf",
    standard: "JSON Schema Validation draft-07, 6.2.1",
    readmeRow: "| `multipleOf` of decimals and of numbers beyond 2^53 is exact",
    correct: multipleOf,
  },
  {
    id: "own-keys",
    standard: "JSON Schema Validation draft-07, 6.5.3",
    readmeRow: "| Only an object's own keys count",
    correct: ownKeys,
  },
  {
    id: "equality",
    standard: "JSON Schema draft-07, 4.2.3",
    readmeRow: "| `const`, `enum` and `uniqueItems` compare JSON values",
    correct: equality,
  },
  {
    id: "beside-ref",
    standard: "JSON Schema draft-07, 8.3",
    readmeRow: "| Keywords beside `$ref` are ignored",
    prepare: withoutIgnored,
  },
  {
    id: "nullable",
    standard: "JSON Schema draft-07, 6.4",
    readmeRow: "| `nullable` is no keyword",
    prepare: withoutNullable,
  },
  {
    id: "date-time",
    standard: "RFC 3339, 5.6",
    readmeRow: "| `date-time` and `time` have a `T` and a whole offset",
    correct: dateTimes,
  },
  {
    id: "uri-reference",
    standard: "RFC 3986, 4.2",
    readmeRow: "| A `uri-reference` has no colon in its first segment",
    correct: uriReference,
  },
  { id: "regex", standard: "ECMA 262, 21.2.1", readmeRow: "| A `regex` compiles with the flag `u`", correct: regex },
  {
    id: "plain-pattern",
    standard: "JSON Schema Validation draft-07, 6.3.3",
    readmeRow: "| A pattern that is none with the flag `u` is read without",
    correct: () => undefined,
  },
];

/**
 * AJV as it is but for some differences, of which it follows the standard: by the name of a definition of a document.
 * Undefined where it cannot compile it.
 */
export function correctedAjv(
  document: JsonObject,
  differences: readonly Difference[],
): (name: string) => ((value: unknown) => boolean) | undefined {
  const has = (id: string): boolean => differences.some((difference) => difference.id === id);
  const options = has("plain-pattern") ? { code: { regExp: plainPattern } } : {};
  const ajv = new Ajv({
    strict: false,
    logger: false,
    validateSchema: false,
    ownProperties: has("own-keys"),
    ...options,
  });
  addFormats.default(ajv);
  for (const { correct } of differences) correct?.(ajv);
  const prepared = differences.reduce<JsonSchema>((schema, { prepare }) => prepare?.(schema) ?? schema, document);
  const id = typeof document["$id"] === "string" ? document["$id"] : DOCUMENT_URI;
  if (typeof prepared !== "boolean") ajv.addSchema(prepared, id);
  return (name) => {
    try {
      const validate = ajv.compile({ $ref: `${id}${referenceTo(name)}` });
      return (value) => verdictOf(validate, value);
    } catch {
      return undefined;
    }
  };
}

/** AJV compares by the values' own methods, and fails where these are no functions. */
function verdictOf(validate: (value: unknown) => unknown, value: unknown): boolean {
  try {
    return validate(value) === true;
  } catch {
    return false;
  }
}

const plainPattern = Object.assign(
  (pattern: string, flags: string): RegExp => {
    try {
      return new RegExp(pattern, flags);
    } catch {
      return new RegExp(pattern);
    }
  },
  { code: "new RegExp" },
);

/** A keyword of OpenAPI, which draft-07 does not know. */
function withoutNullable(schema: JsonSchema): JsonSchema {
  return JSON.parse(JSON.stringify(schema, (key, value: unknown) => (key === "nullable" ? undefined : value)));
}

/** Made to own every key, AJV asks for those of prototypes no more; nothing else has to change. */
function ownKeys(): void {}

function multipleOf(ajv: Ajv): void {
  ajv.removeKeyword("multipleOf");
  ajv.addKeyword({ keyword: "multipleOf", type: "number", schemaType: "number", validate: divides });
}

function divides(divisor: number, value: number): boolean {
  const [left, right] = [decimal(value), decimal(divisor)];
  const places = Math.max(left.places, right.places);
  const scaled = ({ digits, places: own }: Decimal): bigint => digits * 10n ** BigInt(places - own);
  return scaled(left) % scaled(right) === 0n;
}

interface Decimal {
  readonly digits: bigint;
  readonly places: number;
}

/** A number as JSON writes it. For example 1.25 is 125 with 2 places. */
function decimal(value: number): Decimal {
  const [mantissa = "0", exponent = "0"] = String(value).split("e");
  const [whole = "0", fraction = ""] = mantissa.split(".");
  const places = fraction.length - Number(exponent);
  const digits = BigInt(whole + fraction);
  return places >= 0 ? { digits, places } : { digits: digits * 10n ** BigInt(-places), places: 0 };
}

function equality(ajv: Ajv): void {
  for (const keyword of ["const", "enum", "uniqueItems"]) ajv.removeKeyword(keyword);
  ajv.addKeyword({ keyword: "const", validate: same });
  ajv.addKeyword({
    keyword: "enum",
    validate: (values: readonly JsonValue[], value: JsonValue) => values.some((item) => same(item, value)),
  });
  ajv.addKeyword({
    keyword: "uniqueItems",
    type: "array",
    validate: (unique: boolean, items: readonly JsonValue[]) =>
      !unique || new Set(items.map(canonical)).size === items.length,
  });
}

function same(left: JsonValue, right: JsonValue): boolean {
  return canonical(left) === canonical(right);
}

/** Equal texts for equal values: keys in order, and no minus before 0. */
function canonical(value: JsonValue): string {
  if (isJsonArray(value)) return `[${value.map(canonical).join()}]`;
  if (!isJsonObject(value)) return value === 0 ? "0" : stableJson(value);
  const keys = Object.keys(value).toSorted();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key] ?? null)}`).join()}}`;
}

function dateTimes(ajv: Ajv): void {
  both(ajv, "date-time", /^\d{4}-\d\d-\d\dt[^ ]*(?:z|[+-]\d\d:\d\d)$/iu);
  both(ajv, "time", /(?:z|[+-]\d\d:\d\d)$/iu);
}

function uriReference(ajv: Ajv): void {
  both(ajv, "uri-reference", /^(?:[a-z][a-z\d+.-]*:|(?![^/?#]*:))/iu);
}

function regex(ajv: Ajv): void {
  ajv.addFormat("regex", (text) => {
    try {
      return Boolean(new RegExp(text, "u"));
    } catch {
      return false;
    }
  });
}

/** What AJV asks of a format, and a pattern. */
function both(ajv: Ajv, format: string, pattern: RegExp): void {
  const known: unknown = ajv.formats[format];
  const test = testOf(known);
  ajv.addFormat(format, (text) => test(text) && pattern.test(text));
}

function testOf(format: unknown): (text: string) => boolean {
  if (format instanceof RegExp) return (text) => format.test(text);
  if (typeof format === "function") return (text) => format(text) === true;
  if (typeof format === "object" && format !== null && "validate" in format) return testOf(format.validate);
  throw new Error("AJV has a format of a form that is not known");
}
