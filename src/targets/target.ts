import type { Static, TObject } from "@sinclair/typebox";
import type { ProtocolNames } from "../config/config.js";
import type { DiagnosticCollector } from "../diagnostics/collector.js";
import type { Protocol } from "../ir/types.js";
import { withDefaults } from "../support/with-defaults.js";

/**
 * An output language, as one value. `translate` makes every decision (names, types, literals, order); templates only
 * print. A target has a folder under `src/targets/`, one under `templates/`, and one word in `src/targets/index.ts`.
 */
export interface Target {
  /** As on the command line and in the config. For example `swift`. */
  readonly name: string;
  /** One line for `--help` and `inspect`. For example `Swift models`. */
  readonly summary: string;
  /**
   * The config's options, as a closed TypeBox object, each with a description. This is all that an option needs: what
   * has a default can be left out of a config, whose type follows from here.
   */
  readonly options: TObject;
  /** Where the output goes when the config does not say, relative to the output folder. For example `protocol.schema.json`. */
  readonly defaultOutput: string;
  /** How the path of an output of one file has to end; absent where any will do. For example `.swift`. */
  outputEnding?(options: TargetOptions): string | undefined;
  /**
   * `file`: `output` names one file. `folder`: `output` names a folder, and every unit's path is relative to it.
   * Decided from the options, since some targets can do both.
   */
  outputKind(options: TargetOptions): "file" | "folder";
  translate(protocol: Protocol, context: TargetContext): Translation;
  /** Every name that code may use, so that two versions of a protocol can be compared by them. */
  names?(protocol: Protocol, context: TargetContext): readonly GeneratedName[];
  /** A module of this target that validates values when it is imported. Absent where the language cannot run here. */
  translateValidation?(protocol: Protocol, diagnostics: DiagnosticCollector): Validation;
}

/** A target as it is written: its options arrive typed and complete. */
export interface TargetDefinition<Name extends string, Options extends TObject> extends Omit<
  Target,
  "outputEnding" | "outputKind" | "translate" | "names"
> {
  readonly name: Name;
  readonly options: Options;
  outputEnding?(options: Static<Options>): string | undefined;
  outputKind(options: Static<Options>): "file" | "folder";
  translate(protocol: Protocol, context: TargetContext<Static<Options>>): Translation;
  names?(protocol: Protocol, context: TargetContext<Static<Options>>): readonly GeneratedName[];
}

/** A target that still knows its name and its options, which the config's type is made of. */
export interface DefinedTarget<Name extends string, Options extends TObject> extends Target {
  readonly name: Name;
  readonly options: Options;
}

/**
 * Makes a target whose options have a type and their defaults.
 * For example `defineTarget({ name: "swift", options: swiftOptions, translate: (protocol, { options }) => …, … })`.
 */
export function defineTarget<Name extends string, Options extends TObject>(
  definition: TargetDefinition<Name, Options>,
): DefinedTarget<Name, Options> {
  const complete = (options: TargetOptions): Static<Options> => withDefaults(definition.options, options);
  const { names, ...others } = definition;
  const completed = (context: TargetContext): TargetContext<Static<Options>> => ({
    ...context,
    options: complete(context.options),
  });
  return {
    ...others,
    outputEnding: (options) => definition.outputEnding?.(complete(options)),
    outputKind: (options) => definition.outputKind(complete(options)),
    translate: (protocol, context) => definition.translate(protocol, completed(context)),
    ...(names === undefined ? {} : { names: (protocol, context) => names(protocol, completed(context)) }),
  };
}

/** A target's options as the config says them: valid, without the defaults. */
export type TargetOptions = Readonly<Record<string, unknown>>;

/** What a target is given besides the protocol. */
export interface TargetContext<Options = TargetOptions> {
  readonly options: Options;
  /** What the config calls what is the protocol's own; absent where it says nothing. */
  readonly names?: ProtocolNames;
  readonly diagnostics: DiagnosticCollector;
}

/** What a target makes of a protocol: what to print, and what it had to give up. */
export interface Translation {
  readonly units: readonly RenderUnit[];
  /** Constructs that the language cannot say, each with where they stand; the summary counts them. */
  readonly fallbacks: readonly Fallback[];
}

/** A generated name and what it stands for. For example `{ name: "Mode.now", thing: "value Mode \"now\"", path: "Mode" }`. */
export interface GeneratedName {
  readonly name: string;
  /** The same in two versions if it stands for the same thing, whatever it is called. */
  readonly thing: string;
  readonly path: string;
}

/** For example `{ construct: "not", path: "ModelsListParams" }`. */
export interface Fallback {
  readonly construct: string;
  readonly path: string;
}

/** A TypeScript module that exports a validator for each registered definition, in AJV's calling convention. */
export interface Validation {
  readonly unit: RenderUnit;
  /** Definition → the name of its export. For example `ChatSendParams` → `validateChatSendParams`. */
  readonly validators: ReadonlyMap<string, string>;
}

/** One file to print. A `template` makes it. */
export interface RenderUnit<View extends object = object> {
  /** Relative to the target's output folder, with `/`; empty for a target whose output is one file. */
  readonly path: string;
  /** A template under `templates/<target>/`, without `.hbs`. For example `models`. */
  readonly template: string;
  /** The template's whole input: text that is already named, escaped, ordered and laid out. */
  readonly view: View;
  readonly format: UnitFormat;
  /** What is done to the text that the template printed. For example long lines are broken. */
  readonly finish?: (text: string) => string;
}

/**
 * The language, for Prettier where the user's own configuration asks for another layout; `none` where it cannot. A unit
 * that is `ignored` tells Prettier to leave its statements alone, and gets no more than what Prettier changes even then.
 */
export type UnitFormat = "json" | "typescript" | "ignored" | "none";

/** A template: it makes units of its own kind of view, and the compiler refuses every other. */
export type Template<View extends object> = (path: string, view: View) => RenderUnit<View>;

/**
 * Ties a template to the view that it prints.
 * For example `const models = template<FileView>("models", "none")`, then `models("Protocol.swift", view)`.
 */
export function template<View extends object>(name: string, format: UnitFormat): Template<View> {
  return (path, view) => ({ path, template: name, view, format });
}
