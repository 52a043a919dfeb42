import { schemaEntries, stringList } from "../../src/json-schema/schema.js";
import type { Random } from "../../src/instances/random.js";
import { replaceAt } from "../../src/instances/replace-at.js";
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../../src/support/json.js";

/** Changes a schema in one place; undefined where there is no such place. */
export type SchemaEdit = (schema: JsonObject, random: Random) => JsonObject | undefined;

/** Rule → an edit that the rule is about, at a random place. */
export const schemaEdits: Readonly<Record<string, SchemaEdit>> = {
  "property-no-delete": edit(hasProperties, (node, random) => withoutProperty(node, pick(random, namesOf(node)))),
  "property-no-new-required": edit(hasProperties, (node) => withProperty(node, "brandNew", true)),
  "property-no-add-to-closed": edit(hasProperties, (node) => withProperty(node, "brandNew", false)),
  "property-stay-optional": edit(
    (node) => optionalOf(node).length > 0,
    (node, random) => ({ ...node, required: [...stringList(node["required"]), pick(random, optionalOf(node))] }),
  ),
  "property-stay-required": edit(
    (node) => requiredOf(node).length > 0,
    (node, random) => {
      const name = pick(random, requiredOf(node));
      return { ...node, required: stringList(node["required"]).filter((other) => other !== name) };
    },
  ),
  "property-same-type": edit(isPlain("string"), (_node, random) => ({
    type: pick(random, ["integer", "boolean", "array"]),
  })),
  "property-same-nullability": edit(isPlain("string"), (node, random) =>
    random.chance(0.5) ? { anyOf: [node, { type: "null" }] } : { ...node, type: ["string", "null"] },
  ),
  "number-same-range": edit(isPlain("integer"), (node, random) => ({
    ...node,
    [pick(random, ["minimum", "maximum"])]: random.below(100) + 2,
  })),
  "string-same-length": edit(isPlain("string"), (node, random) =>
    random.chance(0.5) ? { ...node, maxLength: random.below(30) + 2 } : { ...node, minLength: random.below(30) + 2 },
  ),
  "string-same-pattern": edit(isPlain("string"), (node, random) => ({
    ...node,
    pattern: pick(random, ["^[a-z]*$", "^\\S+$", "^v\\d+"]),
  })),
  "string-same-format": edit(isPlain("string"), (node, random) => ({
    ...node,
    format: pick(random, ["uuid", "date", "uri"]),
  })),
  "array-same-size": edit(
    (node) => node["type"] === "array" && !isJsonArray(node["items"]),
    (node, random) => ({
      ...node,
      ...pick(random, [{ minItems: 2 }, { maxItems: 1 }, { maxItems: 40 }, { uniqueItems: true }]),
    }),
  ),
  "object-same-size": edit(
    (node) => node["type"] === "object" && node["properties"] === undefined,
    (node, random) => ({
      ...node,
      ...pick(random, [{ minProperties: 1 }, { maxProperties: 2 }, { propertyNames: { maxLength: 4 } }]),
    }),
  ),
  "enum-value-no-delete": edit(isEnum, (node, random) =>
    withBranches(node, (branches) => branches.toSpliced(random.below(branches.length), 1)),
  ),
  "enum-value-no-add": edit(isEnum, (node) =>
    withBranches(node, (branches) => [...branches, { const: "brand-new", type: "string" }]),
  ),
  "constant-same": edit(
    (node) => typeof node["const"] === "string",
    (node) => ({ ...node, const: "brand-new" }),
  ),
  "variant-no-delete": edit(isObjectUnion, (node, random) =>
    withBranches(node, (branches) => branches.toSpliced(random.below(branches.length), 1)),
  ),
  "variant-no-add": edit(isObjectUnion, (node) =>
    withBranches(node, (branches) => [
      ...branches,
      { type: "object", properties: { brand: { const: "new" } }, required: ["brand"], additionalProperties: false },
    ]),
  ),
  "discriminator-same": edit(isObjectUnion, (node) => withBranches(node, (branches) => branches.map(renameTags))),
  "object-stay-open": edit(
    (node) => hasProperties(node) && node["additionalProperties"] !== false,
    (node) => ({ ...node, additionalProperties: false }),
  ),
  "object-stay-closed": edit(
    (node) => hasProperties(node) && node["additionalProperties"] === false,
    (node) => without(node, "additionalProperties"),
  ),
  "constraint-same": edit(
    (node) => optionalOf(node).length > 1,
    (node) => ({ ...node, not: { required: optionalOf(node).slice(0, 2) } }),
  ),
  "default-same": edit(isPlain("integer"), (node) => ({ ...node, default: 7 })),
  "deprecation-same": edit(isPlain("string"), (node) => ({ ...node, deprecated: true })),
  "documentation-same": edit(isPlain("string"), (node) => ({ ...node, description: "Otherwise." })),
};

function edit(
  applies: (node: JsonObject) => boolean,
  change: (node: JsonObject, random: Random) => JsonObject,
): SchemaEdit {
  return (schema, random) => {
    const path = random.pick(placesOf(schema, applies));
    if (path === undefined) return undefined;
    const edited = replaceAt(schema, path, (node) => (isJsonObject(node) ? change(node, random) : node));
    return isJsonObject(edited) ? edited : undefined;
  };
}

function placesOf(
  schema: JsonObject,
  applies: (node: JsonObject) => boolean,
): readonly (readonly (string | number)[])[] {
  const places: (readonly (string | number)[])[] = [];
  const visit = (value: JsonValue, path: readonly (string | number)[], isSchema: boolean): void => {
    if (isJsonArray(value)) for (const [index, item] of value.entries()) visit(item, [...path, index], true);
    if (!isJsonObject(value)) return;
    if (isSchema && applies(value)) places.push(path);
    for (const [key, item] of Object.entries(value))
      visit(item, [...path, key], !isSchema || !["properties", "patternProperties"].includes(key));
  };
  visit(schema, [], true);
  return places;
}

function pick<T>(random: Random, items: readonly T[]): T {
  const item = random.pick(items);
  if (item === undefined) throw new Error("nothing to pick from");
  return item;
}

function namesOf(node: JsonObject): readonly string[] {
  return schemaEntries(node["properties"]).map(([name]) => name);
}

function requiredOf(node: JsonObject): readonly string[] {
  return namesOf(node).filter((name) => stringList(node["required"]).includes(name));
}

function optionalOf(node: JsonObject): readonly string[] {
  return namesOf(node).filter((name) => !stringList(node["required"]).includes(name));
}

function hasProperties(node: JsonObject): boolean {
  return namesOf(node).length > 0;
}

function isPlain(type: string): (node: JsonObject) => boolean {
  return (node) =>
    node["type"] === type &&
    ["const", "enum", "pattern", "format", "maxLength"].every((keyword) => node[keyword] === undefined);
}

function branchesOf(node: JsonObject): readonly JsonObject[] {
  return isJsonArray(node["anyOf"]) ? node["anyOf"].filter(isJsonObject) : [];
}

function isEnum(node: JsonObject): boolean {
  return branchesOf(node).length > 1 && branchesOf(node).every((branch) => typeof branch["const"] === "string");
}

function isObjectUnion(node: JsonObject): boolean {
  return branchesOf(node).length > 1 && branchesOf(node).every(hasProperties);
}

function withBranches(
  node: JsonObject,
  change: (branches: readonly JsonObject[]) => readonly JsonObject[],
): JsonObject {
  return { ...node, anyOf: change(branchesOf(node)) };
}

function without(node: JsonObject, keyword: string): JsonObject {
  return Object.fromEntries(Object.entries(node).filter(([key]) => key !== keyword));
}

function withProperty(node: JsonObject, name: string, required: boolean): JsonObject {
  const properties = isJsonObject(node["properties"]) ? node["properties"] : {};
  const names = stringList(node["required"]);
  return {
    ...node,
    properties: { ...properties, [name]: { type: "string" } },
    required: required ? [...names, name] : names,
  };
}

function withoutProperty(node: JsonObject, name: string): JsonObject {
  const properties = isJsonObject(node["properties"]) ? without(node["properties"], name) : {};
  return { ...node, properties, required: stringList(node["required"]).filter((other) => other !== name) };
}

function renameTags(branch: JsonObject): JsonObject {
  const renamed = (name: string): string => {
    const schema = isJsonObject(branch["properties"]) ? branch["properties"][name] : undefined;
    return isJsonObject(schema) && schema["const"] !== undefined ? `${name}Renamed` : name;
  };
  const entries = schemaEntries(branch["properties"]).map(([name, schema]) => [renamed(name), schema] as const);
  return {
    ...branch,
    properties: Object.fromEntries<JsonValue>(entries),
    required: stringList(branch["required"]).map(renamed),
  };
}
