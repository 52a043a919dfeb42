import type { JsonSchema } from "../../json-schema/schema.js";
import type { DiagnosticCollector } from "../../diagnostics/collector.js";
import type { Registry } from "../../registry/registry.js";
import type { SchemaPath } from "../../schema-path/schema-path.js";
import type { JsonObject } from "../../support/json.js";
import type { SourceNames } from "./source-names.js";

/** Which definition a reference means inside a recursive schema: local name → definition. */
export type Scope = ReadonlyMap<string, string>;

/** Where a schema stands while it is made plain: its author's path, and what its references may mean. */
export interface PlainPlace {
  readonly path: SchemaPath;
  readonly scope: Scope;
  /** What references are relative to: the URI of the nearest `$id` around it. */
  readonly base: string;
}

/** What one run over a registry's schemas knows and builds. */
export interface Conversion {
  readonly registry: Registry;
  /** Kind without a JSON form → the schema that stands for it. */
  readonly kinds: Readonly<Record<string, JsonObject>>;
  readonly diagnostics: DiagnosticCollector;
  readonly source: SourceNames;
  /** What is found so far, in output order. */
  readonly definitions: Map<string, JsonSchema>;
  /** Definition → where its author wrote it. */
  readonly sources: Map<string, SchemaPath>;
  /** Schema object → its plain form; `undefined` while it is being converted. */
  readonly done: Map<object, JsonSchema | undefined>;
  /** The marks of process-only parts that were reported: a copy of a schema is no second finding. */
  readonly reported: Set<unknown>;
  /** Plain node → the definition that its schema object is. */
  readonly names: Map<JsonObject, string>;
  /** Converts the keywords of a schema object, whatever kind it is of. */
  readonly convertKeywords: (schema: object, place: PlainPlace) => JsonObject;
}
