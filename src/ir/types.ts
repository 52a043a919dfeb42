import type { JsonSchema } from "../json-schema/schema.js";
import type { VersionConstant } from "../registry/registry.js";
import type { JsonObject, JsonValue } from "../support/json.js";
import type { SchemaPath } from "../schema-path/schema-path.js";
import type { Frames } from "./frames.js";
import type { DeclarationId, MapConstraints, TypeExpr } from "./type-expr.js";

export type { DeclarationId } from "./type-expr.js";

/** A protocol, lowered from its registry. It speaks wire: no name of any target language appears in it. */
export interface Protocol {
  /** The config's name for it. For example `gateway`. */
  readonly name: string;
  readonly title: string | undefined;
  /** The document's `$id`. For example `https://example.org/protocol.schema.json`. */
  readonly id: string | undefined;
  readonly description: string | undefined;
  /** `PROTOCOL_VERSION`. */
  readonly version: number | undefined;
  /** For example `[{ name: "MIN_CLIENT_PROTOCOL_VERSION", value: 3 }]`. */
  readonly minVersions: readonly VersionConstant[];
  /** Registered definitions in registry order; each is followed by what was hoisted out of it, outermost first. */
  readonly declarations: readonly Declaration[];
  /** The union of all frames and what they are for, where the registry has one. */
  readonly frames: Frames | undefined;
  readonly methods: readonly Method[];
  readonly events: readonly Event[];
  readonly errorCodes: readonly string[];
}

/** A named thing on the wire. Every object, enum and union is one; aliases are registered scalars, arrays, maps, refs. */
export type Declaration = ObjectDeclaration | EnumDeclaration | UnionDeclaration | AliasDeclaration;

/** What every declaration has. */
export interface DeclarationBase {
  readonly id: DeclarationId;
  /** Where its author wrote it. For example `CronJob.schedule.anyOf[2]`, where `anyOf[1]` is the null that is taken out. */
  readonly source: SchemaPath;
  /** Undefined for a registered definition; for a hoisted one, where it stood. */
  readonly origin: Origin | undefined;
  readonly doc: string | undefined;
  readonly deprecated: Deprecation | undefined;
  /**
   * The plain draft-07 schema: keywords in the author's order, unknown keywords included, everything inlined but
   * recursion, which is a `$ref` to `#/definitions/Name`. Validators are made from it, and they see every keyword.
   */
  readonly schema: JsonSchema;
  /** Where registered definitions stand inside `schema`, outermost only, in document order. */
  readonly uses: readonly DefinitionUse[];
}

/** For example `{ pointer: "/properties/stateVersion", target: "StateVersion", exact: true }`. */
export interface DefinitionUse {
  /** A JSON pointer (RFC 6901) into the declaration's `schema`. */
  readonly pointer: string;
  readonly target: DeclarationId;
  /** Whether the schema there equals the definition to the last annotation, so that a `$ref` loses nothing. */
  readonly exact: boolean;
}

/** Where a hoisted declaration stood. For example `{ parent: "CronJob", step: { kind: "property", wireName: "schedule" } }`. */
export interface Origin {
  /** The declaration that it is nested in: registered, or itself hoisted. */
  readonly parent: DeclarationId;
  /** The way from the parent to it, at least one step. For `tags: Array<{…}>`: the property, then the items. */
  readonly steps: readonly OriginStep[];
}

/**
 * One step from a declaration towards something nested in it. `values` is what a map holds, `variant` a member of a union,
 * `value` what a registered nullable holds when it is not null.
 */
export type OriginStep =
  | { readonly kind: "property"; readonly wireName: string }
  | { readonly kind: "items" }
  | { readonly kind: "element"; readonly index: number }
  | { readonly kind: "values" }
  | { readonly kind: "variant"; readonly index: number }
  | { readonly kind: "value" };

/** `deprecated: true`, with the reason where the author gave one. */
export interface Deprecation {
  readonly reason: string | undefined;
}

/** An object with named properties. */
export interface ObjectDeclaration extends DeclarationBase {
  readonly kind: "object";
  /** In the author's order. */
  readonly properties: readonly Property[];
  readonly additional: Additional;
  /** Typed extra keys by pattern, in the author's order. */
  readonly patterns: readonly PatternProperties[];
  readonly constraints: MapConstraints;
}

/**
 * What becomes of a key that is no property. `closed`: it is refused. `open`: any value is taken, and readers that can
 * keep it; `said` tells whether the author wrote that (`additionalProperties: true` or `{}`) or wrote nothing.
 */
export type Additional =
  | { readonly kind: "closed" }
  | { readonly kind: "open"; readonly said: boolean }
  | { readonly kind: "typed"; readonly type: TypeExpr };

/** For example `{ pattern: "^x-", type: { kind: "string" } }`. */
export interface PatternProperties {
  readonly pattern: string;
  readonly type: TypeExpr;
}

/** A property of an object. Optional (the key may be absent) and nullable (the value may be null) are different things. */
export interface Property {
  readonly wireName: string;
  /** Where its author wrote it: in an intersection, in the first part that has it. */
  readonly source: SchemaPath;
  readonly type: TypeExpr;
  readonly presence: "required" | "optional";
  readonly doc: string | undefined;
  readonly deprecated: Deprecation | undefined;
  /** The declared default, as written; it documents, nothing is filled in on the wire. */
  readonly default: JsonValue | undefined;
}

/** A set of constants of one JSON type. */
export interface EnumDeclaration extends DeclarationBase {
  readonly kind: "enum";
  readonly base: "string" | "integer" | "number";
  /** In the author's order, without repeats. */
  readonly values: readonly EnumValue[];
  /** Whether other values of the base type are valid too: a union of constants with a string, or with a string pattern. */
  readonly open: boolean;
}

/** For example `{ value: "next-heartbeat", doc: undefined, deprecated: undefined }`. */
export interface EnumValue {
  readonly value: string | number;
  readonly doc: string | undefined;
  readonly deprecated: Deprecation | undefined;
}

/** One of several types. Null is never a variant: `T | null` is a nullable. */
export interface UnionDeclaration extends DeclarationBase {
  readonly kind: "union";
  readonly variants: readonly UnionVariant[];
  /** The property whose constants tell the variants apart, where one exists. */
  readonly discriminator: Discriminator | undefined;
}

/** For example `{ type: { kind: "ref", target: "RequestFrame" }, tags: ["req"] }`. */
export interface UnionVariant {
  readonly type: TypeExpr;
  /** Where its author wrote it; constants that became one variant stand where the first of them does. */
  readonly source: SchemaPath;
  /** The discriminator's values that select this variant; empty without a discriminator. */
  readonly tags: readonly (string | number | boolean)[];
  readonly doc: string | undefined;
  readonly deprecated: Deprecation | undefined;
}

/** For example `{ wireName: "type" }`. Every variant is an object that requires this property as a constant or constants. */
export interface Discriminator {
  readonly wireName: string;
}

/** A registered name for a type that is no object, enum or union. For example `NonEmptyString`. */
export interface AliasDeclaration extends DeclarationBase {
  readonly kind: "alias";
  readonly type: TypeExpr;
}

/** A request that a client may send. */
export interface Method {
  /** As on the wire. For example `chat.send`. */
  readonly name: string;
  /** The declarations of its params and result, where the registry has them. */
  readonly params: DeclarationId | undefined;
  readonly result: DeclarationId | undefined;
  readonly doc: string | undefined;
  readonly deprecated: Deprecation | undefined;
  /** What else the registry says (scope, since, policy, …), as written. */
  readonly metadata: JsonObject;
}

/** A push that a server may send. */
export interface Event {
  /** As on the wire. For example `tick`. */
  readonly name: string;
  readonly payload: DeclarationId | undefined;
  readonly doc: string | undefined;
  readonly deprecated: Deprecation | undefined;
  readonly metadata: JsonObject;
}
