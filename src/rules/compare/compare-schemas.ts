import type { JsonSchema } from "../../json-schema/schema.js";
import { isJsonObject } from "../../support/json.js";
import { stableJson } from "../../support/stable-json.js";
import type { Comparison } from "./comparison.js";
import { compareAnnotations } from "./compare-annotations.js";
import { compareArrays, compareTuples } from "./compare-arrays.js";
import { compareConstants } from "./compare-constants.js";
import { compareConstraints } from "./compare-constraints.js";
import { compareObjects } from "./compare-objects.js";
import { compareUnions } from "./compare-unions.js";
import { describeType } from "./describe-type.js";
import { isolate, without } from "./isolate.js";
import { type ReferenceOutcome, compareReferences } from "./compare-references.js";
import type { Place } from "./spot.js";
import { objectUnionIn, type View, viewOf } from "./view.js";

const NULL = { type: "null" };

/** Compares two schemas and everything in them, up to places where definitions stand that are compared by themselves. */
export function compareSchemas(comparison: Comparison, place: Place): void {
  if (stableJson(place.previous.schema) === stableJson(place.current.schema)) return;
  const outcome: ReferenceOutcome = compareReferences(comparison, place);
  if (outcome.kind === "same") return compareUses(comparison, place, outcome.name);
  const views = { previous: viewOf(outcome.place.previous), current: viewOf(outcome.place.current) };
  compareAnnotations(comparison, place, {
    previous: [place.previous.schema, views.previous.spot.schema],
    current: [place.current.schema, views.current.spot.schema],
  });
  compareNullability(comparison, outcome.place, views);
  compareShapes(comparison, { path: place.path, previous: views.previous.spot, current: views.current.spot }, views);
}

/** What is said of a use of a definition, as far as it is not what the definition says of itself. */
function compareUses(comparison: Comparison, place: Place, name: string): void {
  const definitions = [comparison.previous, comparison.current].map((side) => side.definitions.get(name) ?? true);
  const uses = [place.previous.schema, place.current.schema].map((schema, index) =>
    ownAnnotations(schema, definitions[index]),
  );
  compareAnnotations(comparison, place, { previous: uses.slice(0, 1), current: uses.slice(1) });
}

function ownAnnotations(use: JsonSchema, definition: JsonSchema | undefined): JsonSchema {
  if (!isJsonObject(use) || !isJsonObject(definition)) return use;
  const own = Object.entries(use).filter(([key, value]) => stableJson(value) !== stableJson(definition[key] ?? null));
  return Object.fromEntries(own);
}

interface Views {
  readonly previous: View;
  readonly current: View;
}

function compareNullability(comparison: Comparison, place: Place, { previous, current }: Views): void {
  if (previous.nullable === current.nullable || previous.shape.kind === "any" || current.shape.kind === "any") return;
  if (previous.shape.kind === "null" || current.shape.kind === "null") return;
  comparison.emit({
    kind: "nullability",
    previous: previous.nullable,
    current: current.nullable,
    place,
    isolated: {
      previous: previous.nullable ? { anyOf: [place.current.schema, NULL] } : without(place.current.schema, NULL),
      current: current.nullable ? { anyOf: [place.previous.schema, NULL] } : without(place.previous.schema, NULL),
    },
    towards: [],
  });
}

function compareShapes(comparison: Comparison, place: Place, { previous, current }: Views): void {
  const [before, after] = [previous.shape, current.shape];
  if (before.kind === "constants" && after.kind === "constants") {
    compareConstants(comparison, place, { previous: before.values, current: after.values });
  } else if (before.kind === "union" || after.kind === "union") {
    compareUnions(comparison, place, { previous, current });
  } else if (before.kind === "parts" && after.kind === "parts" && before.parts.length === after.parts.length) {
    for (const [index, part] of before.parts.entries()) {
      comparison.walk({ path: `${place.path}.allOf[${index}]`, previous: part, current: after.parts[index] ?? part });
    }
  } else if (before.kind !== after.kind || describeType(previous) !== describeType(current)) {
    emitType(comparison, place, { previous, current });
  } else {
    if (before.kind === "object" || speaksOf(place, OBJECT_KEYWORDS)) compareObjects(comparison, place);
    if (before.kind === "tuple") compareTuples(comparison, place);
    else if (before.kind === "array" || speaksOf(place, ARRAY_KEYWORDS)) compareArrays(comparison, place);
    for (const keyword of ["anyOf", "oneOf"] as const) compareUnionsBeside(comparison, place, keyword);
    compareConstraints(comparison, place);
  }
}

const OBJECT_KEYWORDS: readonly string[] = ["properties", "required", "additionalProperties", "patternProperties"];
const ARRAY_KEYWORDS: readonly string[] = ["items", "additionalItems"];

/** Whether a schema that does not name its type has keywords of one. */
function speaksOf({ previous, current }: Place, keywords: readonly string[]): boolean {
  return [previous.schema, current.schema].some(
    (schema) => isJsonObject(schema) && keywords.some((keyword) => Object.hasOwn(schema, keyword)),
  );
}

/** A union of objects that stands beside other keywords. */
function compareUnionsBeside(comparison: Comparison, place: Place, keyword: "anyOf" | "oneOf"): void {
  const [previous, current] = [objectUnionIn(place.previous, keyword), objectUnionIn(place.current, keyword)];
  if (previous !== undefined && current !== undefined) compareUnions(comparison, place, { previous, current });
}

function emitType(comparison: Comparison, place: Place, { previous, current }: Views): void {
  comparison.emit({
    kind: "type",
    previous: describeType(previous),
    current: describeType(current),
    place,
    isolated: isolate(place, (_writer, reader) => reader),
    towards: [],
  });
}
