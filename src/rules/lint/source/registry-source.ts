import type { Node, SourceFile } from "ts-morph";
import type { SourceLocation } from "../../../diagnostics/diagnostic.js";

/** A registry's own TypeScript, opened with ts-morph. */
export interface RegistrySource {
  /** The registry's module first, then every file of the project that it imports, as they are met. */
  readonly files: readonly SourceFile[];
  /** The object that maps names to schemas, where the source shows one. */
  readonly registry: Node | undefined;
  /** What makes the schema of a registered name, or undefined. For example the declaration of `CronJobSchema`. */
  registered(name: string): Node | undefined;
  /** The expression that stands at a schema path, names not followed. For example `Type.Optional(NonEmptyString)`. */
  writtenAt(path: string): Node | undefined;
  /** The builder's call that makes the schema at a path, in whatever file, out of `Type.Optional(…)` and the like. */
  schemaAt(path: string): Node | undefined;
  /** Where the name of a method or event stands in the registry's lists. */
  listed(name: string): Node | undefined;
  /** The expression or declaration that a name or expression stands for. */
  resolve(node: Node): Node | undefined;
  locationOf(node: Node): SourceLocation;
}
