/** A TypeScript type, as far as schemas need them. Unions are flat and have at least two members. */
export type TsType = NamedType | ReferenceType | ArrayOf | UnionOf | TupleOf | RecordOf;

/** A keyword or a literal, as finished text. For example `string` or `"req"`. */
export interface NamedType {
  readonly kind: "named";
  readonly text: string;
}

/** The name of a declaration. For example `CronJob`. */
export interface ReferenceType {
  readonly kind: "reference";
  readonly text: string;
}

export interface ArrayOf {
  readonly kind: "array";
  readonly element: TsType;
}

export interface UnionOf {
  readonly kind: "union";
  readonly members: readonly TsType[];
}

/** For example `[string, number?, ...boolean[]]`. */
export interface TupleOf {
  readonly kind: "tuple";
  readonly elements: readonly TsType[];
  /** How many leading elements are always there. */
  readonly required: number;
  /** The element type of the open end. */
  readonly rest: TsType | undefined;
}

/** `Record<string, T>`, or `{ [key: string]: T }` where `Record` cannot be used. */
export interface RecordOf {
  readonly kind: "record";
  readonly values: TsType;
  readonly form: "generic" | "literal";
}
