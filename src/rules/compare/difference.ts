import type { JsonSchema } from "../../json-schema/schema.js";
import type { JsonValue } from "../../support/json.js";
import type { Place } from "./spot.js";

/** One thing that is not the same in two versions of a protocol. Rules say what it means. */
export type Difference =
  NameDifference | GeneratedNameDifference | OperationDifference | VersionDifference | SchemaDifference;

/** A definition, method, event or error code that one version alone has. */
export interface NameDifference {
  readonly kind: "name";
  readonly of: "declaration" | "method" | "event" | "error-code";
  readonly change: "removed" | "added";
  readonly name: string;
  /** The one of the other version that it most likely became, or was before. */
  readonly counterpart: string | undefined;
  /** What the registry says of it. For example `{ scope: "operator.read" }`. */
  readonly metadata: Readonly<Record<string, JsonValue>>;
  /** Whether others of its kind say since when they exist. */
  readonly sinceIsUsual: boolean;
}

/** What both versions have, under another name in generated code. */
export interface GeneratedNameDifference {
  readonly kind: "generated-name";
  readonly target: string;
  readonly path: string;
  readonly previous: string;
  readonly current: string;
}

/** What a method or event that both versions have says of itself. */
export interface OperationDifference {
  readonly kind: "operation";
  readonly of: "method" | "event";
  readonly name: string;
  readonly key: string;
  readonly previous: JsonValue | undefined;
  readonly current: JsonValue | undefined;
}

/** A version constant. `main` is `PROTOCOL_VERSION`: it is compared when everything else is known. */
export type VersionDifference =
  | {
      readonly kind: "version-window";
      readonly name: string;
      readonly previous: number | undefined;
      readonly current: number | undefined;
    }
  | {
      readonly kind: "version";
      readonly previous: number;
      readonly current: number;
      readonly wireBreaks: number;
      readonly wireChanges: number;
    };

/** A difference within a schema. */
export type SchemaDifference = SchemaDetail & {
  readonly place: Place;
  /**
   * The schemas of the place for a reader of either version that differs from the writer in this one thing alone. For
   * example for a property that was added, `previous` is the current schema without it.
   */
  readonly isolated: { readonly previous: JsonSchema; readonly current: JsonSchema };
  /** The versions of readers that an example is looked for; both where it is left out. */
  readonly readers?: readonly ("previous" | "current")[];
  /** JSON pointers inside the place's schemas to what is different, such as `/properties/name`. */
  readonly towards: readonly string[];
};

/** What is different, with what a rule wants to know of it. */
export type SchemaDetail =
  | {
      readonly kind: "property";
      readonly change: "removed" | "added";
      readonly wireName: string;
      readonly required: boolean;
      readonly closed: boolean;
    }
  | { readonly kind: "presence"; readonly wireName: string; readonly previous: Presence; readonly current: Presence }
  | { readonly kind: "type"; readonly previous: string; readonly current: string }
  | { readonly kind: "nullability"; readonly previous: boolean; readonly current: boolean }
  | ConstraintDetail
  /** A definition that is written otherwise: a last look at the whole of it, after all that has a name. */
  | { readonly kind: "wording" }
  | { readonly kind: "constant"; readonly previous: JsonValue; readonly current: JsonValue }
  | { readonly kind: "enum-value"; readonly change: "removed" | "added"; readonly value: JsonValue }
  | { readonly kind: "variant"; readonly change: "removed" | "added"; readonly label: string }
  | { readonly kind: "discriminator"; readonly previous: string | undefined; readonly current: string | undefined }
  | { readonly kind: "openness"; readonly previous: Openness; readonly current: Openness }
  | { readonly kind: "reference"; readonly previous: string | undefined; readonly current: string | undefined }
  | {
      readonly kind: "annotation";
      readonly keyword: "default" | "deprecated" | "description";
      readonly previous: JsonValue | undefined;
      readonly current: JsonValue | undefined;
    };

export type Presence = "required" | "optional";

/** What becomes of a key that is no property. */
export type Openness = "closed" | "open" | "typed";

/** For example `{ keyword: "maxLength", previous: 500, current: 400, effect: "narrowed" }`. */
export interface ConstraintDetail {
  readonly kind: "constraint";
  readonly keyword: string;
  readonly previous: JsonValue | undefined;
  readonly current: JsonValue | undefined;
  readonly effect: "narrowed" | "widened" | "changed";
}

/** Whether a difference lies within a schema. */
export function isSchemaDifference(difference: Difference): difference is SchemaDifference {
  return "isolated" in difference;
}
