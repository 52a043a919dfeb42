import type { Assertion, HoldsOf } from "../../../json-schema/keywords.js";
import type { TypeName } from "../../../json-schema/schema.js";
import type { JsonValue } from "../../../support/json.js";

/** What `dependencies` says of one property: which others it needs, or what the whole object must then be. */
export type Dependency = readonly string[] | SchemaNode;

/** What a node keeps of a keyword, by what the keyword holds. A single type is an array of one. */
export interface Kept {
  readonly schema: SchemaNode;
  readonly schemas: readonly SchemaNode[];
  readonly "schema or schemas": SchemaNode | readonly SchemaNode[];
  readonly "schemas by key": ReadonlyMap<string, SchemaNode>;
  readonly "schemas or names by key": ReadonlyMap<string, Dependency>;
  readonly "any value": { readonly value: JsonValue };
  readonly boolean: boolean;
  readonly count: number;
  readonly names: readonly string[];
  readonly number: number;
  readonly pattern: string;
  readonly string: string;
  readonly type: readonly TypeName[];
  readonly values: readonly JsonValue[];
}

/** Every keyword that decides which values are valid. For example `{ type: ["string"], minLength: 1 }`. */
export type NodeKeywords = { readonly [K in Assertion]?: Kept[HoldsOf<K>] };

/**
 * A schema without its annotations. Equal sub-schemas are one node, whatever the order of their keywords, so that each
 * is compiled once. `true` and `{}` are a node that says nothing.
 */
export interface SchemaNode extends NodeKeywords {
  /** A hash of what it says: the same on every machine and independent of all other schemas. */
  readonly hash: string;
  /** Where it was first met. For example `ChatEvent.message`. */
  readonly place: string;
  /** The schema `false`. */
  readonly never?: true;
  /** A `$ref`, beside which draft-07 ignores every other keyword. */
  readonly ref?: Reference;
}

/** For example `{ text: "#/definitions/Node", target: "schema:///document#/definitions/Node" }`. */
export interface Reference {
  /** As written; error objects name it. */
  readonly text: string;
  /** The key of its target in the graph. */
  readonly target: string;
}

/** Every schema of a document as nodes. References are followed here, since nodes cannot hold themselves. */
export interface SchemaGraph {
  /** By name, in the order in which they were given. */
  readonly entries: ReadonlyMap<string, SchemaNode>;
  /** Every node, each once. */
  readonly nodes: readonly SchemaNode[];
  /** The node itself, or where its chain of references ends. */
  follow(node: SchemaNode): SchemaNode;
}
