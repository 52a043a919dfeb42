import type { DeclarationId } from "../../../src/ir/types.js";
import type { Path } from "./instance-places.js";

/** A question to a program made of generated models, and the answer that it has to give. */
export interface ConformanceCase {
  readonly definition: DeclarationId;
  /** What is tried. For example `unknown enum value`. */
  readonly topic: string;
  /** JSON text to read. */
  readonly text: string;
  readonly expected: Expectation;
}

/**
 * `same`: what is written says what `text` says. `refused`: reading fails at one of the paths. `foundation` tells whether
 * `JSONDecoder` can be asked too; it rounds numbers that only the models' own reading keeps.
 */
export type Expectation =
  | { readonly kind: "same"; readonly text: string; readonly foundation: boolean }
  | { readonly kind: "refused"; readonly paths: readonly Path[]; readonly foundation: boolean };
