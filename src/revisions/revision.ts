import type { Config, ProtocolConfig } from "../config/config.js";
import type { DiagnosticCollector } from "../diagnostics/collector.js";
import type { Protocol } from "../ir/types.js";

/** One version of a protocol, read from wherever it was. */
export interface Revision {
  readonly protocol: Protocol;
  /** What was read of it besides its schemas: a JSON Schema document may not say which methods there are. */
  readonly knows: Knowledge;
}

/** Whether something is known; what is not known is not compared. */
export type Knowledge = Readonly<Record<Knowable, boolean>>;

/** What a JSON Schema document may leave out. */
export type Knowable = "version" | "methods" | "events" | "errorCodes";

/** What is to be read. */
export interface RevisionRequest {
  /** A git revision, a file or a folder, as the user named it. */
  readonly revision: string;
  /** The present settings of the protocol. */
  readonly settings: ProtocolConfig;
  /** The names of all protocols of the present config. */
  readonly present: readonly string[];
  /** The project's folder, absolute. */
  readonly root: string;
  /** The config's file relative to the root; undefined without one. */
  readonly configFile: string | undefined;
  /** Loads the config of another copy of the project; undefined where it is not one of today's. */
  readonly loadConfig: (root: string, file: string) => Promise<Config | undefined>;
  readonly diagnostics: DiagnosticCollector;
}
