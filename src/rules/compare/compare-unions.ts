import { schemaEntries } from "../../json-schema/schema.js";
import { isJsonObject } from "../../support/json.js";
import type { Comparison } from "./comparison.js";
import { describeType } from "./describe-type.js";
import { isolate, withoutBranch } from "./isolate.js";
import { pairVariants } from "./pair-variants.js";
import type { Side } from "./side.js";
import type { Place, Spot } from "./spot.js";
import { type View, viewOf } from "./view.js";

/** Compares two unions, or a union and what it was or became. */
export function compareUnions(
  comparison: Comparison,
  place: Place,
  views: { readonly previous: View; readonly current: View },
): void {
  const [before, after] = [variantsOf(views.previous), variantsOf(views.current)];
  const nameOf = { previous: nameIn(comparison.previous), current: nameIn(comparison.current) };
  const { pairs, removed, added } = pairVariants(before, after, nameOf);
  const areUnions = views.previous.shape.kind === "union" && views.current.shape.kind === "union";
  if (pairs.length === 0 && !areUnions) {
    const [previous, current] = [describeType(views.previous), describeType(views.current)];
    comparison.emit({
      kind: "type",
      previous,
      current,
      place,
      isolated: isolate(place, (_writer, reader) => reader),
      towards: [],
    });
    return;
  }
  compareDiscriminators(comparison, place, [before, after]);
  for (const spot of removed) emitVariant(comparison, place, { spot, change: "removed", label: nameOf.previous(spot) });
  for (const spot of added) emitVariant(comparison, place, { spot, change: "added", label: nameOf.current(spot) });
  for (const [previous, current] of pairs) comparison.walk({ path: pathOf(place, current), previous, current });
}

interface Variant {
  readonly spot: Spot;
  readonly change: "removed" | "added";
  /** The definition that it is, if it is one. */
  readonly label: string | undefined;
}

function emitVariant(comparison: Comparison, place: Place, { spot, change, label = labelOf(spot) }: Variant): void {
  const union = change === "removed" ? place.previous : place.current;
  const isolated =
    change === "removed"
      ? { previous: place.current.schema, current: withoutBranch(union, spot) }
      : { previous: withoutBranch(union, spot), current: place.previous.schema };
  const towards = [spot.pointer.slice(union.pointer.length)];
  comparison.emit({ kind: "variant", change, label, place, isolated, towards });
}

function variantsOf({ spot, shape }: View): readonly Spot[] {
  return shape.kind === "union" ? shape.variants : [spot];
}

function nameIn(side: Side): (spot: Spot) => string | undefined {
  return ({ declaration, pointer }) => (pointer === "" ? undefined : side.useAt(declaration, pointer)?.target);
}

/** For example `GatewayFrame.anyOf[2]`, or the place itself where it became no union. */
function pathOf(place: Place, current: Spot): string {
  const [, keyword, index] = /^\/(anyOf|oneOf)\/(\d+)/.exec(current.pointer.slice(place.current.pointer.length)) ?? [];
  return keyword === undefined ? place.path : `${place.path}.${keyword}[${index}]`;
}

function labelOf(spot: Spot): string {
  const { schema } = spot;
  const tags = isJsonObject(schema)
    ? schemaEntries(schema["properties"]).flatMap(([name, value]) =>
        isJsonObject(value) && typeof value["const"] === "string" ? [`${name} "${value["const"]}"`] : [],
      )
    : [];
  return tags[0] ?? describeType(viewOf(spot));
}

function compareDiscriminators(
  comparison: Comparison,
  place: Place,
  [before, after]: readonly [readonly Spot[], readonly Spot[]],
): void {
  const [previous, current] = [discriminatorOf(before), discriminatorOf(after)];
  if (previous === current || before.length < 2 || after.length < 2) return;
  comparison.emit({
    kind: "discriminator",
    previous,
    current,
    place,
    isolated: isolate(place, (_writer, reader) => reader),
    towards: [],
  });
}

/** The property whose constants tell all variants apart. */
function discriminatorOf(variants: readonly Spot[]): string | undefined {
  const tags = variants.map(
    ({ schema }) =>
      new Map(
        isJsonObject(schema)
          ? schemaEntries(schema["properties"]).flatMap(([name, value]) =>
              isJsonObject(value) && typeof value["const"] === "string" ? [[name, value["const"]] as const] : [],
            )
          : [],
      ),
  );
  return [...(tags[0]?.keys() ?? [])].find(
    (name) => new Set(tags.map((tag) => tag.get(name)).filter((tag) => tag !== undefined)).size === variants.length,
  );
}
