import type { TObject } from "@sinclair/typebox";
import type { DiagnosticCollector } from "../diagnostics/collector.js";
import type { Protocol } from "../ir/types.js";

/**
 * An output language, as one value. `translate` makes every decision (names, types, literals, order); templates only
 * print. A target has a folder under `src/targets/`, one under `templates/`, and one word in `src/targets/index.ts`.
 */
export interface Target {
  /** As on the command line and in the config. For example `swift`. */
  readonly name: string;
  /** One line for `--help` and `inspect`. For example `Swift models`. */
  readonly summary: string;
  /** The config's options, as a closed TypeBox object of optional properties, each with a description. */
  readonly options: TObject;
  /** Where the output goes when the config does not say, relative to the output folder. For example `protocol.schema.json`. */
  readonly defaultOutput: string;
  /**
   * `file`: `output` names one file. `folder`: `output` names a folder, and every unit's path is relative to it.
   * Decided from the options, since some targets can do both.
   */
  outputKind(options: TargetOptions): "file" | "folder";
  translate(protocol: Protocol, context: TargetContext): Translation;
  /** A module of this target that validates values when it is imported. Absent where the language cannot run here. */
  translateValidation?(protocol: Protocol, diagnostics: DiagnosticCollector): Validation;
}

/** A TypeScript module that exports a validator for each registered definition, in AJV's calling convention. */
export interface Validation {
  readonly unit: RenderUnit;
  /** Definition → the name of its export. For example `ChatSendParams` → `validateChatSendParams`. */
  readonly validators: ReadonlyMap<string, string>;
}

/** A target's options after validation against `Target.options`. */
export type TargetOptions = Readonly<Record<string, unknown>>;

/** What a target is given besides the protocol. */
export interface TargetContext {
  readonly options: TargetOptions;
  readonly diagnostics: DiagnosticCollector;
}

/** What a target makes of a protocol: what to print, and what it had to give up. */
export interface Translation {
  readonly units: readonly RenderUnit[];
  /** Constructs that the language cannot say, each with where they stand; the summary counts them. */
  readonly fallbacks: readonly Fallback[];
}

/** For example `{ construct: "not", path: "ModelsListParams" }`. */
export interface Fallback {
  readonly construct: string;
  readonly path: string;
}

/** One file to print. */
export interface RenderUnit {
  /** Relative to the target's output folder, with `/`; empty for a target whose output is one file. */
  readonly path: string;
  /** A template under `templates/<target>/`, without `.hbs`. For example `models`. */
  readonly template: string;
  /** The template's whole input: text that is already named, escaped, ordered and laid out. */
  readonly view: object;
  /** The language, for Prettier where the user's own configuration asks for another layout; `none` where it cannot. */
  readonly format: "json" | "typescript" | "none";
  /** What is done to the text that the template printed. For example long lines are broken. */
  readonly finish?: (text: string) => string;
}
