import type { Declaration, OriginStep } from "../../ir/types.js";
import type { VariantNames } from "./variant-names.js";

/** How a language names what is nested. For example `items` makes `Tag` of `Tags`, or `TagsItem`. */
export interface NestedNaming {
  /** A property's name as part of a type's name; empty where it is none. */
  readonly spell: (wireName: string) => string;
  /** The name of what an array, a map or a nullable of that name holds. */
  readonly items: (name: string) => string;
  readonly values: (name: string) => string;
  readonly value: (name: string) => string;
}

/** The same for the nested types of one protocol, the variants of its unions included. */
export interface ProtocolNaming extends NestedNaming {
  readonly variants: VariantNames;
}

/**
 * The name of a type that a schema nests, from the way that leads to it. For example the property `schedule` gives
 * `Schedule`, the variant of it tagged `at` gives `At`.
 */
export function nestedName(steps: readonly OriginStep[], parent: Declaration, naming: ProtocolNaming): string {
  return steps.reduce((name, step) => nameAfter(name, step, { parent, naming }), "");
}

interface Nesting {
  readonly parent: Declaration;
  readonly naming: ProtocolNaming;
}

function nameAfter(name: string, step: OriginStep, { parent, naming }: Nesting): string {
  switch (step.kind) {
    case "property":
      return name + (naming.spell(step.wireName) || "Property");
    case "items":
      return naming.items(name);
    case "values":
      return naming.values(name);
    case "value":
      return naming.value(name);
    case "element":
      return `${name}Element${step.index + 1}`;
    case "variant":
      return name + ((parent.kind === "union" ? naming.variants(parent)[step.index] : undefined) ?? "");
  }
}

/** The singular of a regular English plural; undefined where the word does not look like one. For example `Entries` → `Entry`. */
export function singular(name: string): string | undefined {
  if (name.length < 4 || !name.endsWith("s") || /(ss|us|is|news|series)$/i.test(name)) return undefined;
  if (name.endsWith("ies")) return `${name.slice(0, -3)}y`;
  return /(sses|xes|ches|shes)$/.test(name) ? name.slice(0, -2) : name.slice(0, -1);
}
