import type { JsonObject } from "../support/json.js";
import type { EventMapping, ExportNames, MethodMapping } from "./config.js";

/** What a `typewire.config.ts` exports by default. */
export interface UserConfig {
  /** Every protocol of the project by a name of its own. */
  readonly protocols: Readonly<Record<string, UserProtocol>>;
  /** Which lint rules run, how they count, and what they leave alone. */
  readonly lint?: UserSection;
  /** What counts as a breaking change. */
  readonly policy?: UserSection;
}

/** One protocol as a user describes it. Only `source` and `targets` are needed. */
export interface UserProtocol {
  /** The registry: a module or JSON Schema file relative to the config file, or a package such as `@acme/protocol/schema`. */
  readonly source: string;
  /** Names of the registry's exports, where they differ from the usual ones. For example `{ schemas: "WireSchemas" }`. */
  readonly exports?: Partial<ExportNames>;
  /** The JSON Schema document's title. */
  readonly title?: string;
  /** The JSON Schema document's `$id`. */
  readonly id?: string;
  readonly description?: string;
  /** The registered name of the union of all frames. */
  readonly frames?: string;
  /** Where documentation comes from besides TypeBox's `description`. */
  readonly docs?: "schema" | "jsdoc";
  /** Method → definitions, for those that their names do not lead to. */
  readonly methods?: Readonly<Record<string, MethodMapping>>;
  /** Event → definition, for those that their names do not lead to. */
  readonly events?: Readonly<Record<string, EventMapping>>;
  /** TypeBox kind without a JSON form → the draft-07 schema that stands for it. For example `{ Date: { type: "string" } }`. */
  readonly kinds?: Readonly<Record<string, JsonObject>>;
  /** The file of the server where `typewire add method` puts a handler: one with an object of handlers by method. */
  readonly handlers?: string;
  /** What to generate. `true` takes every default. For example `{ swift: { output: "Sources/Protocol" } }`. */
  readonly targets: Readonly<Record<string, UserTarget | true>>;
}

/** A target's output, relative to the config file, and its own options. */
export interface UserTarget {
  readonly output?: string;
  readonly [option: string]: unknown;
}

/** A section that another part of the tool describes and checks. */
export type UserSection = Readonly<Record<string, unknown>>;

/**
 * Gives a config its types in an editor; it changes nothing.
 * For example `export default defineConfig({ protocols: { gateway: { source: "schema.ts", targets: { swift: true } } } })`.
 */
export function defineConfig(config: UserConfig): UserConfig {
  return config;
}
