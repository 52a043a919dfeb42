import { indexedPath, propertyPath } from "../schema-path.js";
import type { DeclarationId, Origin, OriginStep } from "../types.js";

/** Where a schema stands while it is lowered. */
export interface Place {
  /** Its path, which is also the id of the declaration that may be hoisted out of it. */
  readonly path: DeclarationId;
  /** The nearest declaration around it; itself, for a registered definition. */
  readonly parent: DeclarationId;
  /** The way from the parent; empty exactly for a registered definition. */
  readonly steps: readonly OriginStep[];
}

/** The place of a registered definition. */
export function definitionPlace(name: string): Place {
  return { path: name, parent: name, steps: [] };
}

/** A step further from the same parent. For example into the items of an array. */
export function stepInto(place: Place, step: OriginStep, keyword = "anyOf"): Place {
  return { path: stepPath(place.path, step, keyword), parent: place.parent, steps: [...place.steps, step] };
}

/** A step out of a declaration that stands at `place` itself. For example into an object's property. */
export function stepFrom(place: Place, step: OriginStep, keyword = "anyOf"): Place {
  return { path: stepPath(place.path, step, keyword), parent: place.path, steps: [step] };
}

function stepPath(path: string, step: OriginStep, keyword: string): string {
  switch (step.kind) {
    case "property":
      return propertyPath(path, step.wireName);
    case "element":
      return indexedPath(path, "items", step.index);
    case "variant":
      return indexedPath(path, keyword, step.index);
    default:
      return `${path}.${step.kind}`;
  }
}

/** The origin of a declaration at this place; undefined for a registered definition. */
export function originOf(place: Place): Origin | undefined {
  return place.steps.length === 0 ? undefined : { parent: place.parent, steps: place.steps };
}
