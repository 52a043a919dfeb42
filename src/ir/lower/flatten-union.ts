import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../../support/json.js";
import type { NamedSchemas } from "./named-schemas.js";

function bareMembers(schema: JsonValue): readonly JsonValue[] | undefined {
  if (!isJsonObject(schema)) return undefined;
  const { anyOf, oneOf, type, allOf, properties } = schema;
  const members = anyOf ?? oneOf;
  const isBare = type === undefined && allOf === undefined && properties === undefined;
  return isBare && isJsonArray(members) ? members : undefined;
}

function flatten(members: readonly JsonValue[], names: NamedSchemas): readonly JsonValue[] {
  return members.flatMap((member) => {
    const inner = bareMembers(member);
    const isNamed = isJsonObject(member) && names.nameOf(member) !== undefined;
    return inner === undefined || isNamed ? [member] : flatten(inner, names);
  });
}

/** A union with the members of nameless unions in it as its own. A member with a name stays whole. */
export function flattenUnion(schema: JsonObject, names: NamedSchemas): JsonObject {
  const members = bareMembers(schema);
  if (members === undefined) return schema;
  const flat = flatten(members, names);
  if (flat.length === members.length && flat.every((member, index) => member === members[index])) return schema;
  return { ...schema, [isJsonArray(schema["anyOf"]) ? "anyOf" : "oneOf"]: flat };
}
