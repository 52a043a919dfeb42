import type { DeclarationId } from "../../ir/types.js";
import type { Recursion } from "../shared/recursion.js";
import type { SharedShapes } from "../shared/shared-shapes.js";
import type { TypeSource } from "./swift-types.js";
import type { TypeWriter } from "./type-writer.js";

/** What is known of a protocol once its types have names: what every part of the translation reads, and nothing writes. */
export interface TranslationContext {
  /** Enums and unions that refuse what they do not know. */
  readonly closed: ReadonlySet<DeclarationId>;
  readonly source: TypeSource;
  readonly recursion: Recursion;
  readonly shared: SharedShapes;
  /** Declarations that other declarations, methods or events use. */
  readonly used: ReadonlySet<DeclarationId>;
  /** Objects whose keys tell them apart from other variants of a union without tags. */
  readonly told: ReadonlySet<DeclarationId>;
  /** Objects that are a method's parameters, and for which `{}` is valid. */
  readonly paramsThatMayBeEmpty: ReadonlySet<DeclarationId>;
  /** Writes types outside every declaration. */
  readonly writer: TypeWriter;
}
