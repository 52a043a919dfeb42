import { definitionOf, pointerTokens, resolveReference } from "../../json-schema/references.js";
import { toPointer } from "../../json-schema/pointer.js";
import { isJsonObject } from "../../support/json.js";
import type { Comparison } from "./comparison.js";
import { isolate } from "./isolate.js";
import { shapeText } from "./shape-text.js";
import type { Side } from "./side.js";
import type { Place, Spot } from "./spot.js";

/** `same`: the definition that stands there is compared by itself. Otherwise what to compare instead. */
export type ReferenceOutcome =
  { readonly kind: "same"; readonly name: string } | { readonly kind: "differs"; readonly place: Place };

/** Finds out whether the same definition stands at a place in both versions, and emits where another one does. */
export function compareReferences(comparison: Comparison, place: Place): ReferenceOutcome {
  const previous = targetOf(comparison.previous, place.previous);
  const current = targetOf(comparison.current, place.current);
  if (previous !== undefined && (comparison.renamed.get(previous) ?? previous) === current)
    return { kind: "same", name: current };
  const resolved = {
    path: place.path,
    previous: follow(comparison.previous, place.previous),
    current: follow(comparison.current, place.current),
  };
  // A name may be lost because two definitions have come to look alike; the place is the same nevertheless.
  const unnamed =
    previous === undefined
      ? standsFor(comparison.previous, current, resolved.previous)
      : standsFor(comparison.current, previous, resolved.current);
  const named = previous ?? current;
  if (unnamed && named !== undefined && (previous === undefined || current === undefined)) {
    comparison.recognise(place, named);
    return { kind: "same", name: named };
  }
  if (previous !== undefined && current !== undefined) {
    comparison.emit({
      kind: "reference",
      previous,
      current,
      place,
      isolated: isolate(place, (writer) => writer),
      towards: [],
    });
  }
  return { kind: "differs", place: resolved };
}

/** Whether a schema is a definition in all but its name. */
function standsFor(side: Side, name: string | undefined, spot: Spot): boolean {
  const definition = name === undefined ? undefined : side.definitions.get(name);
  return definition !== undefined && shapeText(definition) === shapeText(spot.schema);
}

function targetOf(side: Side, spot: Spot): string | undefined {
  if (spot.pointer === "") return undefined;
  const use = side.useAt(spot.declaration, spot.pointer);
  return use?.target ?? definitionOf(referenceIn(spot));
}

function referenceIn({ schema }: Spot): string | undefined {
  return isJsonObject(schema) && typeof schema["$ref"] === "string" ? schema["$ref"] : undefined;
}

function follow(side: Side, spot: Spot): Spot {
  const reference = referenceIn(spot);
  if (reference === undefined) return spot;
  const [declaration, ...tokens] = pointerTokens(reference) ?? [];
  const schema = resolveReference(reference, side.definitions);
  return schema === undefined || declaration === undefined ? spot : { declaration, pointer: toPointer(tokens), schema };
}
