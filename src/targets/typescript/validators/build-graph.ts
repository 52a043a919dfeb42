import { isAnnotation, isAssertion, keywordRow } from "../../../json-schema/keywords.js";
import { isSchema, type JsonSchema } from "../../../json-schema/schema.js";
import { indexResources, innerBase } from "../../../json-schema/resources.js";
import { createHash } from "node:crypto";
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../../../support/json.js";
import { stableJson } from "../../../support/stable-json.js";
import type { SchemaFaults } from "./schema-faults.js";
import { ANY_NODE, createNode, NEVER_NODE } from "./create-node.js";
import type { SchemaGraph, SchemaNode } from "./schema-node.js";

/** A schema to make a validator of, in one of the documents. */
export interface SchemaEntry {
  /** For example `ChatEvent`. */
  readonly name: string;
  readonly schema: JsonSchema;
  /** The document that it stands in: what its references are relative to. */
  readonly base: string;
}

/** What a graph is made from. */
export interface SchemaSet {
  readonly entries: readonly SchemaEntry[];
  /** Every document that a reference may lead to, by URI. */
  readonly documents: ReadonlyMap<string, JsonSchema>;
}

/** Builds the node of a schema that stands at `place`, with references relative to `base`. */
export type BuildNode = (schema: JsonSchema, base: string, place: string) => SchemaNode;

const CONTENT_LENGTH = 16;

/** Turns schemas into nodes, one for each distinct sub-schema, and reports what draft-07 does not know. */
export function buildGraph(set: SchemaSet, faults: SchemaFaults): SchemaGraph {
  const resources = indexResources(set.documents);
  const interned = new Map<string, SchemaNode>();
  const targets = new Map<string, SchemaNode | undefined>();
  const built = new Map<string, Map<object, SchemaNode>>();
  // What references lead to is built after all else: a registry may be one long chain of them, and the stack is short.
  const waiting: (() => void)[] = [];

  const intern = (text: string, create: (hash: string) => SchemaNode): SchemaNode => {
    const found = interned.get(text);
    if (found !== undefined) return found;
    const node = create(createHash("sha256").update(text).digest("hex").slice(0, CONTENT_LENGTH));
    interned.set(text, node);
    return node;
  };
  const reference = (text: string, base: string, place: string): SchemaNode => {
    const resolved = resources.resolve(text, base);
    if (resolved === undefined) {
      faults.unresolvedRef(text, place);
      return ANY_NODE;
    }
    const { key } = resolved;
    if (!targets.has(key)) {
      targets.set(key, undefined);
      waiting.push(() => targets.set(key, build(resolved.schema, resolved.base, place)));
    }
    return intern(`$ref ${text} ${key}`, (hash) => ({ hash, place, ref: { text, target: key } }));
  };
  const build: BuildNode = (schema, base, place) => {
    if (typeof schema === "boolean") return schema ? ANY_NODE : NEVER_NODE;
    const known = memoFor(built, base);
    const found = known.get(schema);
    if (found !== undefined) return found;
    const ref = schema["$ref"];
    const node = typeof ref === "string" ? reference(ref, base, place) : plain(schema, innerBase(schema, base), place);
    known.set(schema, node);
    return node;
  };
  const plain = (schema: JsonObject, base: string, place: string): SchemaNode => {
    const text = contentOf(schema, (child, step) => build(child, base, `${place}${step}`).hash, {
      unknown: (keyword) => faults.unknownKeyword(keyword, place),
      malformed: (keyword, expected) => faults.malformedKeyword(keyword, expected, place),
    });
    if (text === "") return ANY_NODE;
    return intern(text, (hash) =>
      createNode({ schema, hash, place, faults }, (child, step) => build(child, base, `${place}${step}`)),
    );
  };

  const entries = new Map(set.entries.map(({ name, schema, base }) => [name, build(schema, base, name)]));
  for (const buildTarget of waiting) buildTarget();
  return { entries, nodes: [...interned.values()], follow: createFollow(targets, faults) };
}

function memoFor(built: Map<string, Map<object, SchemaNode>>, base: string): Map<object, SchemaNode> {
  const found = built.get(base) ?? new Map<object, SchemaNode>();
  built.set(base, found);
  return found;
}

function createFollow(
  targets: ReadonlyMap<string, SchemaNode | undefined>,
  faults: SchemaFaults,
): SchemaGraph["follow"] {
  const ends = new Map<string, SchemaNode>();
  return (node) => {
    const passed = new Set<string>();
    let current = node;
    while (current.ref !== undefined) {
      const { text, target } = current.ref;
      const isCircle = passed.has(target);
      if (isCircle) faults.circularRef(text, current.place);
      passed.add(target);
      current = isCircle ? ANY_NODE : (ends.get(target) ?? targets.get(target) ?? ANY_NODE);
    }
    for (const target of passed) ends.set(target, current);
    return current;
  };
}

/** The canonical text of what a schema says: no annotations, keywords in code-unit order, children by their hash. */
function contentOf(
  schema: JsonObject,
  hashOf: (child: JsonSchema, step: string) => string,
  report: {
    readonly unknown: (keyword: string) => void;
    readonly malformed: (keyword: string, expected: string) => void;
  },
): string {
  const parts: string[] = [];
  for (const keyword of Object.keys(schema).toSorted()) {
    const value = schema[keyword];
    if (value === undefined || isAnnotation(keyword)) continue;
    if (isAssertion(keyword)) parts.push(`${keyword}:${content(keyword, value)}`);
    else report.unknown(keyword);
  }
  return parts.join(";");

  function content(keyword: string, value: JsonValue): string {
    const holds = keywordRow(keyword)?.holds;
    switch (holds) {
      case "schema":
      case "schemas":
      case "schema or schemas":
        if (isSchema(value) && holds !== "schemas") return one(value, `.${keyword}`);
        if (isJsonArray(value) && holds !== "schema")
          return `[${value.map((item, index) => one(item, `.${keyword}[${index}]`)).join()}]`;
        report.malformed(keyword, holds === "schemas" ? "an array of schemas" : "a schema");
        return "";
      case "schemas by key":
      case "schemas or names by key": {
        if (!isJsonObject(value)) {
          report.malformed(keyword, "an object of schemas");
          return "";
        }
        const keys = Object.keys(value).toSorted();
        return `{${keys.map((key) => `${JSON.stringify(key)}:${one(value[key] ?? null, stepTo(keyword, key))}`).join()}}`;
      }
      default:
        return stableJson(value);
    }
  }

  function one(value: JsonValue, step: string): string {
    return isSchema(value) ? hashOf(value, step) : stableJson(value);
  }
}

/** The step of a place to a keyed child: properties by their name alone, as diagnostics write them. */
function stepTo(keyword: string, key: string): string {
  return keyword === "properties" ? `.${key}` : `.${keyword}[${JSON.stringify(key)}]`;
}
