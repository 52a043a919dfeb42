import type { JsonValue } from "../../../support/json.js";

/** The seven types of draft-07. */
export type TypeName = "null" | "boolean" | "integer" | "number" | "string" | "array" | "object";

/** What `dependencies` says of one property: which others it needs, or what the whole object must then be. */
export type Dependency = readonly string[] | SchemaNode;

/**
 * A schema without its annotations. Equal sub-schemas are one node, whatever the order of their keywords, so that each
 * is compiled once. `true` and `{}` are a node that says nothing.
 */
export interface SchemaNode {
  /** A hash of what it says: the same on every machine and independent of all other schemas. */
  readonly hash: string;
  /** Where it was first met. For example `ChatEvent.message`. */
  readonly place: string;
  /** The schema `false`. */
  readonly never?: true;
  /** A `$ref`, beside which draft-07 ignores every other keyword. */
  readonly ref?: Reference;
  /** A single type is an array of one. */
  readonly type?: readonly TypeName[];
  readonly const?: { readonly value: JsonValue };
  readonly enum?: readonly JsonValue[];
  readonly multipleOf?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly items?: SchemaNode | readonly SchemaNode[];
  readonly additionalItems?: SchemaNode;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly contains?: SchemaNode;
  readonly properties?: ReadonlyMap<string, SchemaNode>;
  readonly patternProperties?: ReadonlyMap<string, SchemaNode>;
  readonly additionalProperties?: SchemaNode;
  readonly propertyNames?: SchemaNode;
  readonly required?: readonly string[];
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly dependencies?: ReadonlyMap<string, Dependency>;
  readonly allOf?: readonly SchemaNode[];
  readonly anyOf?: readonly SchemaNode[];
  readonly oneOf?: readonly SchemaNode[];
  readonly not?: SchemaNode;
  readonly if?: SchemaNode;
  readonly then?: SchemaNode;
  readonly else?: SchemaNode;
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
  /** The node itself, or where its chain of references ends. */
  follow(node: SchemaNode): SchemaNode;
}
