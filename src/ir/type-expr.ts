/**
 * A declaration's identity, unique in its protocol and stable under edits elsewhere: the registered name (`CronJob`), or
 * for a hoisted one the way to it (`CronJob.schedule`, `CronJob.schedule.anyOf[0]`, `ConnectParams.caps.items`). Members
 * of a union are counted without its constants and its null, so that one more of these renames nothing. It is no address:
 * where the schema stands in its author's source is the declaration's `source`.
 */
export type DeclarationId = string;

/** A type as it stands in a place. Objects, enums and unions stand as a `ref` to their declaration. */
export type TypeExpr =
  | StringType
  | NumberType
  | IntegerType
  | BooleanType
  | NullType
  | LiteralType
  | UnknownType
  | NeverType
  | ArrayType
  | TupleType
  | MapType
  | NullableType
  | RefType;

/** Lengths count Unicode code points. `format` and `pattern` as in draft-07. */
export interface StringType {
  readonly kind: "string";
  readonly constraints: StringConstraints;
}

/** For example `{ minLength: 1 }`. */
export interface StringConstraints {
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
}

export interface NumberType {
  readonly kind: "number";
  readonly constraints: NumericConstraints;
}

/** A number without a fraction; 1.0 is one. */
export interface IntegerType {
  readonly kind: "integer";
  readonly constraints: NumericConstraints;
}

/** For example `{ minimum: 0 }`. */
export interface NumericConstraints {
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
}

export interface BooleanType {
  readonly kind: "boolean";
}

/** A place that can only be null. `T | null` is a nullable instead. */
export interface NullType {
  readonly kind: "null";
}

/** One constant. For example `{ kind: "literal", value: "req" }`. Null is a `null` type. */
export interface LiteralType {
  readonly kind: "literal";
  readonly value: string | number | boolean;
}

/** Any JSON value: the schema itself is open here, or says something that no static type can say. */
export interface UnknownType {
  readonly kind: "unknown";
  /** `open`: the author left it open. Otherwise the construct that has no static type, such as `not`. */
  readonly reason: "open" | { readonly construct: string };
}

/** No value is valid: a property of this type can only be absent. */
export interface NeverType {
  readonly kind: "never";
}

export interface ArrayType {
  readonly kind: "array";
  readonly items: TypeExpr;
  readonly constraints: ArrayConstraints;
}

/** For example `{ minItems: 1, uniqueItems: true }`. */
export interface ArrayConstraints {
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
}

/** A fixed sequence. `required` counts the leading elements that must be present; `rest` types what may follow. */
export interface TupleType {
  readonly kind: "tuple";
  readonly elements: readonly TypeExpr[];
  readonly required: number;
  readonly rest: TypeExpr | undefined;
  readonly constraints: ArrayConstraints;
}

/** An object with arbitrary keys. `keyPattern` is undefined where every key is allowed. */
export interface MapType {
  readonly kind: "map";
  readonly values: TypeExpr;
  readonly keyPattern: string | undefined;
  readonly constraints: MapConstraints;
}

/** How many keys a map or an object has. For example `{ maxProperties: 64 }`. */
export interface MapConstraints {
  readonly minProperties?: number;
  readonly maxProperties?: number;
}

/** `inner | null`. Never nested, and never around `null` or `unknown`. */
export interface NullableType {
  readonly kind: "nullable";
  readonly inner: TypeExpr;
}

/** A use of a declaration. For example `{ kind: "ref", target: "StateVersion" }`. */
export interface RefType {
  readonly kind: "ref";
  readonly target: DeclarationId;
}
