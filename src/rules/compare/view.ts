import { isAssertion } from "../../json-schema/keywords.js";
import { constantsOf, schemaList, typesOf } from "../../json-schema/schema.js";
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../../support/json.js";
import { type Spot, spotIn } from "./spot.js";

/**
 * What a schema says, whichever way it is written: `T | null` as a union or as a list of types, constants as `enum` or
 * as a union of `const`, a union of one as that one.
 */
export interface View {
  /** Where what it says besides null is written. */
  readonly spot: Spot;
  readonly nullable: boolean;
  readonly shape: Shape;
}

/** `other`: combinations that are compared keyword by keyword. */
export type Shape =
  | { readonly kind: "any" | "never" | "null" | "reference" | "other" }
  | { readonly kind: "constants"; readonly values: readonly JsonValue[] }
  | { readonly kind: "union"; readonly variants: readonly Spot[] }
  | { readonly kind: "parts"; readonly parts: readonly Spot[] }
  | { readonly kind: "object" | "array" | "tuple" }
  | { readonly kind: "scalar"; readonly types: readonly string[] };

/** Looks at a schema. For example `{ type: ["string", "null"] }` is a nullable scalar of the type `string`. */
export function viewOf(spot: Spot): View {
  const { schema } = spot;
  if (typeof schema === "boolean") return { spot, nullable: false, shape: { kind: schema ? "any" : "never" } };
  const telling = Object.keys(schema).filter((keyword) => isAssertion(keyword) || keyword === "$ref");
  const union = telling.length === 1 && (telling[0] === "anyOf" || telling[0] === "oneOf") ? telling[0] : undefined;
  if (union !== undefined) return viewUnion(spot, union);
  const nullable = isNullable(schema);
  return { spot, nullable, shape: nullable && onlyNull(schema) ? { kind: "null" } : shapeOf(spot, schema, telling) };
}

/** The union under a keyword as a view of its own, where all of its branches are objects with properties. */
export function objectUnionIn(spot: Spot, keyword: "anyOf" | "oneOf"): View | undefined {
  const variants = branchesIn(spot, keyword);
  const allObjects = variants.every(({ schema }) => isJsonObject(schema) && isJsonObject(schema["properties"]));
  return allObjects && variants.length > 1 ? { spot, nullable: false, shape: { kind: "union", variants } } : undefined;
}

function branchesIn(spot: Spot, keyword: "anyOf" | "oneOf"): readonly Spot[] {
  const length = isJsonObject(spot.schema) ? schemaList(spot.schema[keyword]).length : 0;
  const branches = Array.from({ length }, (_, index) => spotIn(spot, keyword, `${index}`));
  return branches.filter((branch) => branch !== undefined);
}

function viewUnion(spot: Spot, keyword: "anyOf" | "oneOf"): View {
  const branches = branchesIn(spot, keyword);
  const telling = branches.filter((branch) => !isJsonObject(branch.schema) || !onlyNull(branch.schema));
  const nullable = telling.length < branches.length;
  const [only] = telling;
  if (telling.length === 0) return { spot, nullable, shape: { kind: nullable ? "null" : "never" } };
  if (only !== undefined && telling.length === 1) {
    const inner = viewOf(only);
    return { ...inner, nullable: nullable || inner.nullable };
  }
  const values = telling.map(({ schema }) => constantsOf(schema)).filter((found) => found !== undefined);
  if (values.length < telling.length) return { spot, nullable, shape: { kind: "union", variants: telling } };
  return { spot, nullable, shape: { kind: "constants", values: values.flat().filter((value) => value !== null) } };
}

function shapeOf(spot: Spot, schema: JsonObject, telling: readonly string[]): Shape {
  if (telling.length === 0) return { kind: "any" };
  if (typeof schema["$ref"] === "string") return { kind: "reference" };
  const values = constantsOf(schema);
  if (values !== undefined) return { kind: "constants", values: values.filter((value) => value !== null) };
  const length = schemaList(schema["allOf"]).length;
  if (telling.every((keyword) => keyword === "allOf" || keyword === "type") && length > 0) {
    const parts = Array.from({ length }, (_, index) => spotIn(spot, "allOf", `${index}`));
    return { kind: "parts", parts: parts.filter((part) => part !== undefined) };
  }
  const types = (typesOf(schema) ?? []).filter((type) => type !== "null");
  const [type] = types;
  if (types.length === 1 && type === "object") return { kind: "object" };
  if (types.length === 1 && type === "array") return { kind: isJsonArray(schema["items"]) ? "tuple" : "array" };
  return types.length === 0 ? { kind: "other" } : { kind: "scalar", types };
}

function isNullable(schema: JsonObject): boolean {
  const types = typesOf(schema);
  const values = constantsOf(schema);
  if (values !== undefined) return values.includes(null);
  return types?.includes("null") ?? false;
}

function onlyNull(schema: JsonObject): boolean {
  const values = constantsOf(schema);
  if (values !== undefined) return values.every((value) => value === null);
  return typesOf(schema)?.every((type) => type === "null") ?? false;
}
