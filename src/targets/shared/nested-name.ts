import type { Declaration, OriginStep } from "../../ir/types.js";

/** How a language names what is nested. For example `items` makes `Tag` of `Tags`, or `TagsItem`. */
export interface NestedNaming {
  /** A property's name or a variant's tag as part of a type's name; empty where it is none. */
  readonly spell: (text: string | number | boolean) => string;
  /** The name of what an array, a map or a nullable of that name holds. */
  readonly items: (name: string) => string;
  readonly values: (name: string) => string;
  readonly value: (name: string) => string;
}

/**
 * The name of a type that a schema nests, from the way that leads to it. A variant is called by its tag, which is stable
 * when variants are added; without one it is counted from 1. For example the property `schedule` gives `Schedule`, the
 * variant of it tagged `at` gives `At`.
 */
export function nestedName(steps: readonly OriginStep[], parent: Declaration, naming: NestedNaming): string {
  return steps.reduce((name, step) => nameAfter(name, step, { parent, naming }), "");
}

interface Nesting {
  readonly parent: Declaration;
  readonly naming: NestedNaming;
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
    case "variant": {
      const tag = parent.kind === "union" ? parent.variants[step.index]?.tags[0] : undefined;
      return name + ((tag === undefined ? "" : naming.spell(tag)) || `Variant${step.index + 1}`);
    }
  }
}

/** The singular of a regular English plural; undefined where the word does not look like one. For example `Entries` → `Entry`. */
export function singular(name: string): string | undefined {
  if (name.length < 4 || !name.endsWith("s") || /(ss|us|is|news|series)$/i.test(name)) return undefined;
  if (name.endsWith("ies")) return `${name.slice(0, -3)}y`;
  return /(sses|xes|ches|shes)$/.test(name) ? name.slice(0, -2) : name.slice(0, -1);
}
