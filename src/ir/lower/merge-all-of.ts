import { intersect } from "../../json-schema/intersect.js";
import { isAnnotation, keywordRow } from "../../json-schema/keywords.js";
import type { Dereference } from "../../json-schema/references.js";
import { isOpen, type JsonSchema, schemaEntries, schemaList, without } from "../../json-schema/schema.js";
import { isJsonArray, isJsonObject, type JsonObject } from "../../support/json.js";

const UNION_KEYWORDS = ["anyOf", "oneOf"] as const;

/** What a schema that nothing satisfies is, where an object is wanted. */
const NEVER: JsonObject = { not: {} };

/** One merge under way. */
interface Merge {
  readonly dereference: Dereference;
  /** The schemas that are being merged: one that leads back into itself has no form. */
  readonly passed: ReadonlySet<JsonObject>;
}

/**
 * Says an intersection as one schema: `allOf`, and a union beside properties, are merged into what stands beside them.
 * Limits that have no common form, and conditions, are left to the validators: no type says them. Undefined where the
 * parts have no common shape. A schema without an intersection is returned as it is.
 */
export function mergeAllOf(schema: JsonObject, dereference: Dereference): JsonObject | undefined {
  const merged = mergeParts(schema, { dereference, passed: new Set() });
  if (merged === undefined || isJsonObject(merged)) return merged;
  return merged ? {} : NEVER;
}

/** The reference that an `allOf` of nothing else is: how draft-07 says something of a reference. */
export function onlyReference(schema: JsonObject): string | undefined {
  const parts = schemaList(schema["allOf"]).filter((part) => !isOpen(part));
  const [first] = parts;
  if (!isJsonObject(first) || !isOpen(without(schema, ["allOf"]))) return undefined;
  const { $ref: ref } = first;
  if (typeof ref !== "string") return parts.length === 1 ? onlyReference(first) : undefined;
  return parts.every((part) => isJsonObject(part) && part["$ref"] === ref) ? ref : undefined;
}

function mergeParts(schema: JsonObject, { dereference, passed }: Merge): JsonSchema | undefined {
  const hasShape = schema["properties"] !== undefined || typeof schema["type"] === "string";
  const besideShape = hasShape ? UNION_KEYWORDS.filter((key) => isJsonArray(schema[key])) : [];
  const unions = besideShape.map((key): JsonObject => ({ [key]: schema[key] ?? [] }));
  const parts = [...schemaList(schema["allOf"]), ...unions];
  if (parts.length === 0) return schema;
  if (passed.has(schema)) return undefined;
  const merge = { dereference, passed: new Set(passed).add(schema) };
  let merged: JsonSchema | undefined = without(schema, ["allOf", ...besideShape]);
  for (const part of parts) {
    if (merged === undefined) return undefined;
    merged = mergePart(merged, part, merge);
  }
  return merged === undefined ? undefined : withoutLimits(merged);
}

function mergePart(left: JsonSchema, part: JsonSchema, merge: Merge): JsonSchema | undefined {
  const flat = resolve(part, merge);
  if (flat === undefined || !isJsonObject(flat) || !isJsonObject(left)) return flat && intersect(left, flat);
  const base = intersect(left, without(flat, UNION_KEYWORDS));
  const members = membersOf(flat);
  const onlyNarrow =
    left["type"] !== undefined && isJsonObject(base) && members?.every((item) => onlyNarrows(item, base)) === true;
  if (onlyNarrow) return base;
  // Whoever says nothing leaves the members of the other what they are.
  if (isOpen(left) || isOpen(flat)) return intersect(left, flat);
  const [own, others] = [withMembers(left, merge), withMembers(flat, merge)];
  return own === undefined || others === undefined ? undefined : intersect(own, others);
}

function resolve(schema: JsonSchema, merge: Merge): JsonSchema | undefined {
  const target = merge.dereference(schema);
  return isJsonObject(target) ? mergeParts(target, merge) : target;
}

/** A union with what its members refer to: each is merged with what stands beside. */
function withMembers(schema: JsonObject, merge: Merge): JsonObject | undefined {
  const keyword = UNION_KEYWORDS.find((key) => isJsonArray(schema[key]));
  if (keyword === undefined) return schema;
  const members = schemaList(schema[keyword]).map((item) => resolve(item, merge));
  const known = members.filter((item) => item !== undefined);
  return known.length < members.length ? undefined : { ...schema, [keyword]: known };
}

function membersOf(schema: JsonObject): readonly JsonSchema[] | undefined {
  const keyword = UNION_KEYWORDS.find((key) => isJsonArray(schema[key]));
  return keyword === undefined ? undefined : schemaList(schema[keyword]);
}

/** Whether a schema has no shape of its own: it only limits, or refines properties that `base` declares already. */
function onlyNarrows(schema: JsonSchema, base: JsonObject): boolean {
  if (typeof schema === "boolean") return schema;
  const known = new Set(schemaEntries(base["properties"]).map(([name]) => name));
  return Object.keys(schema).every((keyword) => {
    switch (keyword) {
      case "required":
        return true;
      case "type":
        return schema["type"] === "object";
      case "properties":
        return schemaEntries(schema["properties"]).every(([name]) => known.has(name));
      case "additionalProperties":
        return schema["additionalProperties"] === false;
      case "allOf":
      case "anyOf":
      case "oneOf":
        return schemaList(schema[keyword]).every((item) => onlyNarrows(item, base));
      default:
        return isAnnotation(keyword) || isLimit(keyword);
    }
  });
}

/** Whether no type says a keyword: validators hold it. */
function isLimit(keyword: string): boolean {
  return keywordRow(keyword)?.role === "limit" || ["not", "if", "then", "else"].includes(keyword);
}

/** Without the limits that have no common form; undefined where a shape is among them. */
function withoutLimits(merged: JsonSchema): JsonSchema | undefined {
  if (!isJsonObject(merged) || merged["allOf"] === undefined) return merged;
  const isLimited = schemaList(merged["allOf"]).every(
    (part) => isJsonObject(part) && Object.keys(part).every((key) => isAnnotation(key) || isLimit(key)),
  );
  return isLimited ? without(merged, ["allOf"]) : undefined;
}
