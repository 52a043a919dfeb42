import type { JsonObject } from "../support/json.js";

/**
 * What was read from a registry module or a JSON Schema file, before any schema is understood.
 * Schemas keep their object identity: two uses of one object are one named definition to the IR.
 */
export interface Registry {
  /** The module or file, relative to the project with `/`. For example `fixtures/clawdis/schema.ts`. */
  readonly source: string;
  /** Name → schema, in the author's order. */
  readonly schemas: ReadonlyMap<string, object>;
  /** The URI of the document that the schemas stood in: what their `$id`s and references are relative to. Modules have none. */
  readonly base?: string;
  /** `PROTOCOL_VERSION`, or undefined where the registry has none. */
  readonly version: number | undefined;
  /** Every other `*_PROTOCOL_VERSION` number, in code-unit order of the names. */
  readonly minVersions: readonly VersionConstant[];
  /** The protocol's error codes, in the author's order. For example `["NOT_LINKED", "UNAVAILABLE"]`. */
  readonly errorCodes: readonly string[];
  readonly methods: readonly RegistryMethod[];
  readonly events: readonly RegistryEvent[];
  /** Documentation found in the source (JSDoc), by schema path; empty unless the config asks for it. */
  readonly docs: ReadonlyMap<string, string>;
  /** Every file that the registry was read from, absolute, in code-unit order: what a watcher watches. */
  readonly files: readonly string[];
}

/** A version constant besides `PROTOCOL_VERSION`. For example `{ name: "MIN_CLIENT_PROTOCOL_VERSION", value: 4 }`. */
export interface VersionConstant {
  readonly name: string;
  readonly value: number;
}

/** A method as the registry lists it. */
export interface RegistryMethod {
  /** As on the wire. For example `chat.send`. */
  readonly name: string;
  /** Where the registry itself ties the method to schemas: a definition's name or the schema object. */
  readonly params?: string | object;
  readonly result?: string | object;
  /** What else the registry says of it (scope, since, policy, …), as written. */
  readonly metadata: JsonObject;
}

/** An event as the registry lists it. */
export interface RegistryEvent {
  /** As on the wire. For example `tick`. */
  readonly name: string;
  readonly payload?: string | object;
  readonly metadata: JsonObject;
}
