import { isAnnotation, type Keyword } from "../json-schema/keywords.js";
import { type JsonSchema, isSchema, schemaList } from "../json-schema/schema.js";
import { type Definitions, resolveReference } from "../json-schema/references.js";
import { intersect } from "../json-schema/intersect.js";
import { isJsonArray, type JsonObject, type JsonValue } from "../support/json.js";

/** What is chosen from, one branch at a time; `not` is looked at when an instance is there. */
const BRANCHING: ReadonlySet<string> = new Set<Keyword>(["$ref", "allOf", "anyOf", "oneOf", "if", "then", "else"]);

/** Tells in which order to try the branches of a union. The keyword is the union's own array. */
export type BranchOrder = (branches: readonly JsonSchema[], keyword: object) => readonly JsonSchema[];

/** Turns schemas with `$ref`, `allOf`, `anyOf`, `oneOf` and `if` into plain ones, one chosen branch at a time. */
export interface Expander {
  /**
   * The plain schema, with the first branches that go together; undefined where none do, or where a reference leads
   * nowhere. The same branches give the same object.
   */
  expand(schema: JsonSchema, order: BranchOrder): JsonSchema | undefined;
}

/** Makes an expander that remembers what it merged, so that a place keeps its identity. */
export function createExpander(definitions: Definitions): Expander {
  const read = createPartReader(definitions);
  const merge = createMerger();
  const expandOnto = (base: JsonSchema, schema: JsonSchema, order: BranchOrder): JsonSchema | undefined => {
    if (typeof schema === "boolean") return schema ? base : undefined;
    const parts = read(schema);
    if (parts === undefined) return undefined;
    let plain: JsonSchema | undefined = merge(base, parts.rest);
    for (const part of parts.all) plain = plain === undefined ? undefined : expandOnto(plain, part, order);
    for (const union of parts.unions) plain = plain === undefined ? undefined : expandUnion(plain, union, order);
    return plain;
  };
  const expandUnion = (base: JsonSchema, union: Union, order: BranchOrder): JsonSchema | undefined => {
    for (const branch of order(union.branches, union.keyword)) {
      const plain = expandOnto(base, branch, order);
      if (plain !== undefined) return plain;
    }
    return undefined;
  };
  return { expand: (schema, order) => expandOnto(true, schema, order) };
}

/** Merges two schemas once; undefined where they contradict each other. */
function createMerger(): (left: JsonSchema, right: JsonSchema) => JsonSchema | undefined {
  const merges = new WeakMap<object, WeakMap<object, JsonSchema>>();
  return (left, right) => {
    if (left === true) return right;
    if (right === true) return left;
    if (left === false || right === false) return undefined;
    const known = merges.get(left) ?? new WeakMap<object, JsonSchema>();
    merges.set(left, known);
    const merged = known.get(right) ?? intersect(left, right);
    known.set(right, merged);
    return merged === false ? undefined : merged;
  };
}

/** What has to hold besides the plain keywords: all of `all`, and one branch of each union. */
interface Parts {
  readonly rest: JsonSchema;
  readonly all: readonly JsonSchema[];
  readonly unions: readonly Union[];
}

interface Union {
  readonly branches: readonly JsonSchema[];
  readonly keyword: object;
}

function createPartReader(definitions: Definitions): (schema: JsonObject) => Parts | undefined {
  const known = new WeakMap<object, Parts>();
  return (schema) => {
    const { $ref: ref } = schema;
    const target = typeof ref === "string" ? resolveReference(ref, definitions) : undefined;
    if (typeof ref === "string" && target === undefined) return undefined;
    // Beside a reference, draft-07 ignores everything.
    const parts =
      known.get(schema) ?? (target === undefined ? partsOf(schema) : { rest: true, all: [target], unions: [] });
    known.set(schema, parts);
    return parts;
  };
}

function partsOf(schema: JsonObject): Parts {
  return { rest: withoutCombining(schema), all: schemaList(schema["allOf"]), unions: unionsOf(schema) };
}

function unionsOf(schema: JsonObject): readonly Union[] {
  const unions = [schema["anyOf"], schema["oneOf"]]
    .filter(isJsonArray)
    .map((keyword) => ({ branches: schemaList(keyword), keyword }));
  const condition = schema["if"];
  return isSchema(condition)
    ? [...unions, { branches: conditionBranches(schema, condition), keyword: schema }]
    : unions;
}

function conditionBranches(schema: JsonObject, condition: JsonSchema): readonly JsonSchema[] {
  const [met, unmet] = [schema["then"], schema["else"]];
  return [
    intersect(condition, isSchema(met) ? met : true),
    intersect({ not: condition }, isSchema(unmet) ? unmet : true),
  ];
}

function withoutCombining(schema: JsonObject): JsonSchema {
  const kept = Object.entries(schema).filter(([keyword]) => !BRANCHING.has(keyword) && !isAnnotation(keyword));
  return kept.length === 0 ? true : Object.fromEntries<JsonValue>(kept);
}
