import { isJsonArray, type JsonValue } from "../../../support/json.js";
import { stableJson } from "../../../support/stable-json.js";
import type { TypeName } from "../../../json-schema/schema.js";
import type { SchemaNode } from "./schema-node.js";

/** How many references and members of `allOf` a question follows before it gives up with the careful answer. */
const DEPTH = 16;

/** Follows references. See `SchemaGraph.follow`. */
export type Follow = (node: SchemaNode) => SchemaNode;

/** The only types that can be valid, or undefined where every type can. */
export function typesOf(node: SchemaNode, follow: Follow, depth = DEPTH): readonly TypeName[] | undefined {
  const found = follow(node);
  if (found.never) return [];
  const constants = constantsOf(found);
  if (constants !== undefined) return [...new Set(constants.map(typeOfValue))];
  if (found.type !== undefined || depth === 0) return found.type;
  for (const member of found.allOf ?? []) {
    const types = typesOf(member, follow, depth - 1);
    if (types !== undefined) return types;
  }
  const branches = (found.anyOf ?? found.oneOf)?.map((branch) => typesOf(branch, follow, depth - 1));
  if (branches === undefined) return undefined;
  const known = branches.filter((types) => types !== undefined);
  return known.length === branches.length ? [...new Set(known.flat())] : undefined;
}

/** The values of `const` and `enum` together, as far as `type` allows them; undefined without either. */
export function constantsOf(node: SchemaNode): readonly JsonValue[] | undefined {
  const listed = node.const === undefined ? node.enum : constOf(node.const.value, node.enum);
  const { type } = node;
  return type === undefined ? listed : listed?.filter((value) => type.some((name) => isOfType(value, name)));
}

/** Every value that a schema of constants alone, or a union of such, accepts; undefined for any other schema. */
export function closedConstants(node: SchemaNode, follow: Follow, depth = DEPTH): readonly JsonValue[] | undefined {
  const found = follow(node);
  if (found.never) return [];
  const says = Object.keys(found).filter((key) => key !== "hash" && key !== "place");
  if (says.every((key) => key === "const" || key === "enum" || key === "type")) {
    return says.length === 1 && found.type?.join() === "null" ? [null] : constantsOf(found);
  }
  if (says.length > 1 || depth === 0) return undefined;
  const lists = (found.anyOf ?? []).map((branch) => closedConstants(branch, follow, depth - 1));
  const known = lists.filter((list) => list !== undefined);
  return lists.length > 0 && known.length === lists.length ? known.flat() : undefined;
}

/** Whether `undefined` is never valid, so that its absence needs no test of its own. */
export function refusesUndefined(node: SchemaNode, follow: Follow): boolean {
  return typesOf(node, follow) !== undefined;
}

/** Whether a JSON value is of a type. 1.0 is an integer. */
function isOfType(value: JsonValue, type: TypeName): boolean {
  return type === "number" ? typeof value === "number" : typeOfValue(value) === type;
}

/** The narrowest type of a JSON value. */
function typeOfValue(value: JsonValue): TypeName {
  if (value === null) return "null";
  if (isJsonArray(value)) return "array";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  if (typeof value === "string") return "string";
  return typeof value === "boolean" ? "boolean" : "object";
}

function constOf(value: JsonValue, listed: readonly JsonValue[] | undefined): readonly JsonValue[] {
  return listed === undefined || listed.some((item) => sameJson(item, value)) ? [value] : [];
}

function sameJson(left: JsonValue, right: JsonValue): boolean {
  return left === right || (typeof left === "object" && stableJson(left) === stableJson(right));
}
