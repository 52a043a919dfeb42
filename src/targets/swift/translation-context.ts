import type { DeclarationId } from "../../ir/types.js";
import type { Recursion } from "../shared/recursion.js";
import type { SharedShapes } from "../shared/shared-shapes.js";
import type { VariantNames } from "../shared/variant-names.js";
import type { TypeSource } from "./swift-types.js";
import type { TypeWriter } from "./type-writer.js";

/** What is known of a protocol once its types have names: what every part of the translation reads, and nothing writes. */
export interface TranslationContext {
  /** Enums and unions that refuse what they do not know. */
  readonly closed: ReadonlySet<DeclarationId>;
  readonly source: TypeSource;
  /** What the cases of a union are called, in the order of its variants. */
  readonly caseNames: VariantNames;
  readonly recursion: Recursion;
  readonly shared: SharedShapes;
  /** Declarations that other declarations, methods or events use. */
  readonly used: ReadonlySet<DeclarationId>;
  /** What says what it declares, since a union without tags is read by that. */
  readonly shaped: ReadonlySet<DeclarationId>;
  /** Objects that are a method's parameters, and for which `{}` is valid. */
  readonly paramsThatMayBeEmpty: ReadonlySet<DeclarationId>;
  /** Writes types outside every declaration. */
  readonly writer: TypeWriter;
}
