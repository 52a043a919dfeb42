import { compilePattern } from "../../json-schema/pattern.js";
import type { Matcher } from "../../json-schema/regex/compile-regex.js";
import { closureOf, type Definitions } from "../../json-schema/references.js";
import type { JsonSchema } from "../../json-schema/schema.js";
import { toPointer } from "../../json-schema/pointer.js";
import type { ErrorObject } from "ajv";
import type { JsonValue } from "../../support/json.js";

/** Certain answers, by AJV. */
export interface Validators {
  /**
   * Why a value is refused; undefined where it is accepted, null where a pattern cannot be followed. For example `/limit must be integer`. With a `place`, a
   * pattern of the error's path, only reasons that lie there count.
   */
  refusal(schema: JsonSchema, value: JsonValue, place?: RegExp): string | undefined | null;
  /** Whether a text has a format; a format that is not known has every text. */
  hasFormat(format: string, text: string): boolean;
}

/** Loads AJV, which costs time that only a comparison with changes has to spend. */
export async function createValidators(definitions: Definitions): Promise<Validators> {
  const [{ Ajv }, plugin] = await Promise.all([import("ajv"), import("ajv-formats")]);
  const ajv = new Ajv({
    strict: false,
    logger: false,
    addUsedSchema: false,
    allErrors: true,
    code: { optimize: false, regExp: BOUNDED },
  });
  plugin.default.default(ajv);
  const compiled = new Map<JsonSchema, ReturnType<typeof ajv.compile>>();
  const formats = new Map<string, JsonSchema>();
  const validatorOf = (schema: JsonSchema): ReturnType<typeof ajv.compile> => {
    const known = compiled.get(schema) ?? ajv.compile(withDefinitions(schema, definitions));
    compiled.set(schema, known);
    return known;
  };
  return {
    refusal(schema, value, place = /(?:)/) {
      const validate = validatorOf(schema);
      try {
        return validate(value) ? undefined : explain(validate.errors ?? [], place);
      } catch (reason) {
        if (reason instanceof UnboundedPattern) return null;
        throw reason;
      }
    },
    hasFormat(format, text) {
      const schema = formats.get(format) ?? { format };
      formats.set(format, schema);
      return validatorOf(schema)(text) === true;
    },
  };
}

/** Thrown where a pattern would have to be matched that might not come to an end. */
class UnboundedPattern extends Error {}

/** AJV's patterns matched by ours: a comparison ends on every machine, with the same examples. */
const BOUNDED = Object.assign(
  (pattern: string): Matcher =>
    compilePattern(pattern) ?? {
      test() {
        throw new UnboundedPattern(pattern);
      },
    },
  { code: "bounded" },
);

/** A schema that can stand alone: with the definitions that it refers to, and no others. */
function withDefinitions(schema: JsonSchema, definitions: Definitions): JsonSchema {
  const needed = closureOf(schema, definitions);
  if (needed.size === 0) return schema;
  return { definitions: Object.fromEntries<JsonValue>(needed), allOf: [schema] };
}

/** The most telling of AJV's errors: of those that lie at the place, the one that lies deepest. */
function explain(errors: readonly ErrorObject[], place: RegExp): string | undefined {
  const [first] = errors
    .filter((error) => place.test(pathOf(error)))
    .toSorted((left, right) => weight(right) - weight(left));
  if (first === undefined) return undefined;
  const { additionalProperty, allowedValue } = paramsOf(first);
  const detail =
    typeof additionalProperty === "string"
      ? ` (${additionalProperty})`
      : allowedValue === undefined
        ? ""
        : ` ${JSON.stringify(allowedValue)}`;
  return `${first.instancePath === "" ? "it" : first.instancePath} ${first.message ?? "is not valid"}${detail}`;
}

function weight(error: ErrorObject): number {
  const isSummary = ["anyOf", "oneOf", "if"].includes(error.keyword);
  return pathOf(error).split("/").length * 2 - (isSummary ? 1 : 0);
}

/** Where the value is that is wrong, or the key that should or should not be there. */
function pathOf(error: ErrorObject): string {
  const { additionalProperty, missingProperty, propertyName } = paramsOf(error);
  const key = additionalProperty ?? missingProperty ?? propertyName;
  return typeof key === "string" ? error.instancePath + toPointer([key]) : error.instancePath;
}

function paramsOf({ params }: ErrorObject): Readonly<Record<string, unknown>> {
  return params;
}
