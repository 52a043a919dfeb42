import type { TObject } from "@sinclair/typebox";

/** What the config has to know of a target to check its options. Every `Target` is one. */
export interface TargetDescription {
  /** For example `swift`. */
  readonly name: string;
  /** The target's options, as a closed object; in a config, each of them can be left out. */
  readonly options: TObject;
  /** Where its output goes unless the config says, relative to the output folder. For example `protocol.schema.json`. */
  readonly defaultOutput: string;
  /** How the path of an output of one file has to end, where the language asks for it. For example `.swift`. */
  outputEnding?(options: Readonly<Record<string, unknown>>): string | undefined;
}
