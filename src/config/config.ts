import type { JsonObject } from "../support/json.js";

/** A validated configuration: every default is filled in, every path is resolved. */
export interface Config {
  /** The project's folder, absolute: the config file's own, or the working folder without one. Outputs stay inside it. */
  readonly root: string;
  /** The config file, absolute; undefined for `typewire generate path/to/schema.ts --out dir`. */
  readonly file: string | undefined;
  /** Every file that the config was read from, absolute. */
  readonly files: readonly string[];
  /** In the order of the config. */
  readonly protocols: readonly ProtocolConfig[];
}

/** One protocol and what is generated from it. */
export interface ProtocolConfig {
  /** The key in the config's `protocols`. For example `gateway`. */
  readonly name: string;
  /** The registry module or JSON Schema file, relative to the root with `/`. */
  readonly source: string;
  readonly exports: ExportNames;
  readonly title: string | undefined;
  readonly id: string | undefined;
  readonly description: string | undefined;
  readonly names: ProtocolNames;
  /** The registered name of the frame union; undefined: the only union with a `discriminator` option. */
  readonly frames: string | undefined;
  /** Where documentation comes from besides TypeBox's `description`. */
  readonly docs: "schema" | "jsdoc";
  /** Method → definitions, for those that their names do not lead to. */
  readonly methods: Readonly<Record<string, MethodMapping>>;
  /** Event → definition, for those that their names do not lead to. */
  readonly events: Readonly<Record<string, EventMapping>>;
  /** TypeBox kind without a JSON form (`Date`, `Uint8Array`, …) → the draft-07 schema that stands for it on the wire. */
  readonly kinds: Readonly<Record<string, JsonObject>>;
  /** The file where `add` puts a handler for a new method, relative to the root with `/`. */
  readonly handlers?: string;
  readonly targets: readonly TargetConfig[];
}

/** Names of the registry module's exports. */
export interface ExportNames {
  readonly schemas: string;
  readonly version: string;
  readonly errorCodes: string;
  readonly methods: string;
  readonly events: string;
}

/** What generated code calls what is the protocol's own; where it is not said, each language has its usual name. */
export interface ProtocolNames {
  /** The type of the error codes. For example `ErrorCode`. */
  readonly errorCode?: string;
  /** The version's constant, after which the others are named. For example `GATEWAY_PROTOCOL_VERSION`. */
  readonly versionConstant?: string;
}

/** For example `{ params: "ChatSendParams", result: "ChatSendResult" }`; `null` says that there is none. */
export interface MethodMapping {
  readonly params?: string | null;
  readonly result?: string | null;
}

/** For example `{ payload: "TickEvent" }`; `null` says that there is none. */
export interface EventMapping {
  readonly payload?: string | null;
}

/** One output of a protocol. */
export interface TargetConfig {
  /** A target's name. For example `swift`. */
  readonly name: string;
  /** The file or folder that it writes, relative to the root with `/`. */
  readonly output: string;
  /** Whether the repository keeps it. Otherwise `check` looks at it only when it is named. */
  readonly committed: boolean;
  /** Hand-written files that may stand in its folder, as globs relative to it. For example `*Helpers.swift`. */
  readonly allow: readonly string[];
  /** The target's own options as the config says them, each valid; the target fills in what is left out. */
  readonly options: Readonly<Record<string, unknown>>;
}
