import { invariant, unreachable } from "../../support/invariant.js";
import type { Declaration, DeclarationId, Origin, OriginStep } from "../../ir/types.js";
import { pascalCase } from "./pascal-case.js";

/**
 * What a nested declaration wants to be called: its parent's name and the way to it. For example `CronJob.schedule` →
 * `CronJobSchedule`, and the variant of it whose tag is `at` → `CronJobScheduleAt`.
 */
export function nestedName(
  origin: Origin,
  names: ReadonlyMap<DeclarationId, string>,
  declarations: ReadonlyMap<DeclarationId, Declaration>,
): string {
  const parentName = names.get(origin.parent);
  invariant(parentName !== undefined, `${origin.parent} is named before what it holds`);
  const parent = declarations.get(origin.parent);
  return parentName + origin.steps.map((step) => stepName(step, parent)).join("");
}

function stepName(step: OriginStep, parent: Declaration | undefined): string {
  switch (step.kind) {
    case "property":
      return pascalCase(step.wireName) || "Property";
    case "items":
      return "Item";
    case "values":
    case "value":
      return "Value";
    case "element":
      return `Element${step.index + 1}`;
    case "variant":
      return variantName(step.index, parent);
    default:
      return unreachable(step);
  }
}

/** A variant is called by its tag, which is stable when variants are added; without one it is counted from 1. */
function variantName(index: number, parent: Declaration | undefined): string {
  const tag = parent?.kind === "union" ? parent.variants[index]?.tags[0] : undefined;
  return (tag === undefined ? "" : pascalCase(String(tag))) || `Variant${index + 1}`;
}
