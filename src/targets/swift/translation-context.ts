import type { DiagnosticCollector } from "../../diagnostics/collector.js";
import type { DeclarationId } from "../../ir/types.js";
import type { ProtocolNames } from "../../config/config.js";
import type { Fallback } from "../target.js";
import type { NameScope } from "./name-scope.js";
import type { SwiftOptions } from "./options.js";
import type { Recursion } from "./recursion.js";
import type { SharedShapes } from "./shared-shapes.js";
import type { TypeSource } from "./swift-types.js";
import type { TypeWriter } from "./type-text.js";

/** The options, in the form in which they are printed and looked up. */
export interface AppliedOptions extends Omit<SwiftOptions, "access" | "closed"> {
  /** What stands before a declaration: `public `, `package ` or nothing. */
  readonly access: string;
  readonly closed: ReadonlySet<DeclarationId>;
}

/** What every part of the translation is given. */
export interface TranslationContext {
  readonly options: AppliedOptions;
  /** What the config calls what is the protocol's own. */
  readonly names: ProtocolNames;
  readonly source: TypeSource;
  readonly recursion: Recursion;
  readonly shared: SharedShapes;
  /** Declarations that other declarations, methods or events use. */
  readonly used: ReadonlySet<DeclarationId>;
  /** Objects whose keys tell them apart from other variants of a union without tags. */
  readonly told: ReadonlySet<DeclarationId>;
  readonly diagnostics: DiagnosticCollector;
  readonly onFallback: (fallback: Fallback) => void;
  /** The names of the module's top level. */
  readonly topLevel: NameScope;
  /** Writes types outside every declaration. */
  readonly writer: TypeWriter;
}
