import { schemaEntries } from "../../json-schema/schema.js";
import { isJsonObject } from "../../support/json.js";
import { stableJson } from "../../support/stable-json.js";
import { describeType } from "./describe-type.js";
import { shapeText } from "./shape-text.js";
import type { Spot } from "./spot.js";
import { viewOf } from "./view.js";

/** Which variants of two unions are the same one, and which have come or gone. */
export interface PairedVariants {
  readonly pairs: readonly (readonly [previous: Spot, current: Spot])[];
  readonly removed: readonly Spot[];
  readonly added: readonly Spot[];
}

/** A text by which two variants are taken for the same; undefined where it says nothing of this one. */
type Signature = (spot: Spot) => string | undefined;

/** Pairs variants: equal ones first, then those of one definition, of one tag, of one type, and those that share most properties. */
export function pairVariants(
  previous: readonly Spot[],
  current: readonly Spot[],
  nameOf: { readonly previous: Signature; readonly current: Signature },
): PairedVariants {
  const left = { previous: [...previous], current: [...current] };
  const pairs: (readonly [Spot, Spot])[] = [];
  const take = (before: Signature, after: Signature): void => {
    for (const spot of left.previous.slice()) {
      const signature = before(spot);
      const match = signature === undefined ? undefined : left.current.find((other) => after(other) === signature);
      if (match === undefined) continue;
      pairs.push([spot, match]);
      left.previous.splice(left.previous.indexOf(spot), 1);
      left.current.splice(left.current.indexOf(match), 1);
    }
  };
  for (const [before, after] of [
    [textOf, textOf],
    [nameOf.previous, nameOf.current],
    [tagsOf, tagsOf],
    [typeOf, typeOf],
  ] as const)
    take(before, after);
  for (const spot of left.previous.slice()) {
    const similar = left.current.toSorted((one, other) => likeness(spot, other) - likeness(spot, one))[0];
    if (similar === undefined || likeness(spot, similar) < 0.5) continue;
    take(
      (candidate) => (candidate === spot ? "similar" : undefined),
      (candidate) => (candidate === similar ? "similar" : undefined),
    );
  }
  return { pairs, removed: left.previous, added: left.current };
}

function textOf({ schema }: Spot): string {
  return shapeText(schema);
}

/** The constants of an object's properties, such as `kind="every"`. */
function tagsOf(spot: Spot): string | undefined {
  const tags = [...constantsOf(spot)].map(([name, value]) => `${name}=${value}`);
  return tags.length === 0 ? undefined : tags.toSorted().join(",");
}

function constantsOf({ schema }: Spot): ReadonlyMap<string, string> {
  const properties = isJsonObject(schema) ? schemaEntries(schema["properties"]) : [];
  return new Map(
    properties.flatMap(([name, value]) =>
      isJsonObject(value) && value["const"] !== undefined ? [[name, stableJson(value["const"])] as const] : [],
    ),
  );
}

/** Whether a property that is a constant in both is another constant: then they are different variants for certain. */
function haveDifferentTags(one: Spot, other: Spot): boolean {
  const others = constantsOf(other);
  return [...constantsOf(one)].some(([name, value]) => others.has(name) && others.get(name) !== value);
}

/** The type, for variants that are no objects: there is hardly ever more than one of each. */
function typeOf(spot: Spot): string | undefined {
  const { shape } = viewOf(spot);
  if (shape.kind === "constants") return "constants";
  return shape.kind === "scalar" || shape.kind === "array" || shape.kind === "tuple"
    ? describeType({ spot, nullable: false, shape })
    : undefined;
}

/** The share of property names that two objects have in common; 0 for different tags or no objects. */
function likeness(one: Spot, other: Spot): number {
  const [own, others] = [one, other].map(
    ({ schema }) => new Set(isJsonObject(schema) ? schemaEntries(schema["properties"]).map(([name]) => name) : []),
  );
  if (own === undefined || others === undefined || own.size + others.size === 0) return 0;
  if (haveDifferentTags(one, other)) return 0;
  const common = [...own].filter((name) => others.has(name)).length;
  return common / (own.size + others.size - common);
}
