import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../../support/json.js";
import type { TypeExpr } from "../type-expr.js";
import type { Deprecation, EnumValue } from "../types.js";
import type { JsonSchema } from "../../json-schema/schema.js";
import { deprecationOf, docOf } from "./annotations.js";
import { jsDocOf, type Lowering, type Member, type Parts, type Shape } from "./lowering.js";
import type { Dereference } from "../../json-schema/references.js";
import { membersAt, unionKeyword } from "./written.js";

/** One constant that a schema allows. For example `{ value: "main" }`. */
export interface Constant {
  readonly value: JsonValue;
  readonly doc: string | undefined;
  readonly deprecated: Deprecation | undefined;
}

const DEEPEST = 20;

/**
 * The constants that a schema allows, if it allows nothing else: `const`, `enum`, or a union of such schemas.
 * Undefined for any other schema.
 */
export function constantsOf(lowering: Lowering, { schema, parts }: Member, depth = 0): readonly Constant[] | undefined {
  const target = lowering.dereference(schema);
  if (!isJsonObject(target) || depth > DEEPEST) return undefined;
  const { const: constant, enum: values, type } = target;
  if (constant !== undefined) return [{ value: constant, ...notesOf(lowering, target, parts) }];
  if (isJsonArray(values)) return values.map((value) => ({ value, doc: undefined, deprecated: undefined }));
  if (type === "null") return [{ value: null, ...notesOf(lowering, target, parts) }];
  if (unionKeyword(target) === undefined || target["properties"] !== undefined) return undefined;
  const [{ source }] = parts;
  return constantsOfAll(lowering, membersAt(lowering, target, { parts: [{ schema: target, source }] }), depth + 1);
}

/** The constants of several schemas together, if none of them allows anything else. */
export function constantsOfAll(
  lowering: Lowering,
  members: readonly Member[],
  depth = 0,
): readonly Constant[] | undefined {
  const found: Constant[] = [];
  for (const member of members) {
    const inner = constantsOf(lowering, member, depth);
    if (inner === undefined) return undefined;
    found.push(...inner);
  }
  return found;
}

function notesOf(lowering: Lowering, schema: JsonObject, parts: Parts): Omit<Constant, "value"> {
  const name = lowering.names.identityOf(schema);
  const jsDoc =
    jsDocOf(lowering, { parts }) ?? (name === undefined ? undefined : lowering.docs.get(lowering.sourceOf(name)));
  return { doc: docOf(schema) ?? jsDoc, deprecated: deprecationOf(schema) };
}

/** Constants of one JSON type as one shape: a literal, a boolean or an enum. Undefined for mixed ones. */
export function shapeOfConstants(constants: readonly Constant[], open = false): Shape | undefined {
  const values = [...new Set(constants.map(({ value }) => value))];
  const [first] = values;
  if (values.length === 1 && !open) {
    return typeof first === "string" || typeof first === "number" || typeof first === "boolean"
      ? { kind: "literal", value: first }
      : structuredConstant(constants);
  }
  if (values.length === 2 && values.includes(true) && values.includes(false)) return { kind: "boolean" };
  const base = baseOf(values);
  return base === undefined || values.length === 0
    ? structuredConstant(constants)
    : { kind: "enum", base, values: enumValues(constants), open };
}

/** Constants as the members of the union that they are. */
export function constantMembers(constants: readonly Constant[], parts: Parts): readonly Member[] {
  return constants.map(({ value }) => ({ schema: { const: value }, parts }));
}

function baseOf(values: readonly JsonValue[]): "string" | "integer" | "number" | undefined {
  if (values.every((value) => typeof value === "string")) return "string";
  if (values.every((value) => typeof value === "number")) {
    return values.every((value) => Number.isSafeInteger(value)) ? "integer" : "number";
  }
  return undefined;
}

function enumValues(constants: readonly Constant[]): readonly EnumValue[] {
  const known = new Map<string | number, EnumValue>();
  for (const { value, doc, deprecated } of constants) {
    if ((typeof value === "string" || typeof value === "number") && !known.has(value))
      known.set(value, { value, doc, deprecated });
  }
  return [...known.values()];
}

/** A constant that is an object or array has no static type of its own. */
function structuredConstant(constants: readonly Constant[]): TypeExpr | undefined {
  const isStructured = constants.some(({ value }) => typeof value === "object" && value !== null);
  return isStructured ? { kind: "unknown", reason: { construct: "constant object or array" } } : undefined;
}

/** The shape of a union of constants, or of constants beside any string: an open enum. Undefined for any other. */
export function shapeOfMembers(lowering: Lowering, members: readonly Member[]): Shape | undefined {
  const constants = constantsOfAll(lowering, members);
  if (constants !== undefined) return shapeOfConstants(constants);
  const closed = members.filter(({ schema }) => !isAnyString(schema, lowering.dereference));
  if (closed.length === members.length || closed.length === 0) return undefined;
  const known = constantsOfAll(lowering, closed);
  const areStrings = known?.every(({ value }) => typeof value === "string") === true;
  return areStrings ? shapeOfConstants(known, true) : undefined;
}

/** Whether a schema allows any string, or any string of a pattern: what makes a union of constants an open enum. */
function isAnyString(schema: JsonSchema, dereference: Dereference): boolean {
  const target = dereference(schema);
  return (
    isJsonObject(target) && target["type"] === "string" && target["const"] === undefined && target["enum"] === undefined
  );
}
