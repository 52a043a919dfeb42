import type { Declaration, OriginStep } from "../../ir/types.js";
import { upperCamelCase } from "./names.js";

/**
 * The name of a type that a schema nests, from the way that leads to it. For example the property `schedule` gives
 * `Schedule`, the elements of `tags` give `Tag`, the elements of `presence` give `PresenceItem`, the variant tagged
 * `at` gives `At`.
 */
export function nestedTypeName(steps: readonly OriginStep[], parent: Declaration): string {
  let name = "";
  for (const step of steps) name = nameAfter(name, step, parent);
  return name;
}

function nameAfter(name: string, step: OriginStep, parent: Declaration): string {
  switch (step.kind) {
    case "property":
      return name + upperCamelCase(step.wireName);
    case "items":
      return singular(name) ?? `${name}Item`;
    case "values":
      return singular(name) ?? `${name}Value`;
    case "element":
      return `${name}Element${step.index + 1}`;
    case "variant":
      return name + variantName(step.index, parent);
    case "value":
      return name === "" ? "Value" : name;
  }
}

function variantName(index: number, parent: Declaration): string {
  const tag = parent.kind === "union" ? parent.variants[index]?.tags[0] : undefined;
  return typeof tag === "string" ? upperCamelCase(tag) : `Variant${index + 1}`;
}

/** The singular of a regular English plural; undefined where the word does not look like one. */
function singular(name: string): string | undefined {
  if (name.length < 4 || !name.endsWith("s") || /(ss|us|is|news|series)$/i.test(name)) return undefined;
  if (name.endsWith("ies")) return `${name.slice(0, -3)}y`;
  return /(sses|xes|ches|shes)$/.test(name) ? name.slice(0, -2) : name.slice(0, -1);
}
