import { isSchema, schemaEntries, stringList } from "../../json-schema/schema.js";
import { toPointer } from "../../json-schema/pointer.js";
import { propertyPath } from "../../schema-path/schema-path.js";
import { isJsonObject, type JsonObject } from "../../support/json.js";
import { emitConstraint } from "./compare-constraints.js";
import type { Comparison } from "./comparison.js";
import type { Openness, Presence } from "./difference.js";
import { isolate, withKeywords, withProperty, withRequired } from "./isolate.js";
import { type Place, type Spot, spotIn } from "./spot.js";

/** Compares two objects: their properties, which of them are required, and what becomes of other keys. */
export function compareObjects(comparison: Comparison, place: Place): void {
  const [previous, current] = [place.previous.schema, place.current.schema];
  if (!isJsonObject(previous) || !isJsonObject(current)) return;
  const names = new Set([...namesOf(current), ...namesOf(previous)]);
  for (const wireName of names) {
    const spots = [
      spotIn(place.previous, "properties", wireName),
      spotIn(place.current, "properties", wireName),
    ] as const;
    compareProperty(comparison, place, { wireName, spots });
  }
  compareOpenness(comparison, place, [previous, current]);
}

function namesOf(schema: JsonObject): readonly string[] {
  return [...schemaEntries(schema["properties"]).map(([name]) => name), ...stringList(schema["required"])];
}

interface Property {
  readonly wireName: string;
  readonly spots: readonly [previous: Spot | undefined, current: Spot | undefined];
}

function compareProperty(
  comparison: Comparison,
  place: Place,
  { wireName, spots: [previous, current] }: Property,
): void {
  const path = propertyPath(place.path, wireName);
  const presences = [presenceOf(place.previous, wireName), presenceOf(place.current, wireName)] as const;
  const here = { ...place, path };
  const towards = [toPointer(["properties", wireName])];
  if ((previous === undefined) !== (current === undefined)) {
    const isolated = isolate(place, (writer, reader) => withProperty(writer, reader, wireName));
    const [change, required, reader] =
      current === undefined
        ? (["removed", presences[0] === "required", place.current] as const)
        : (["added", presences[1] === "required", place.previous] as const);
    comparison.emit({
      kind: "property",
      change,
      wireName,
      required,
      closed: opennessOf(reader) === "closed",
      place: here,
      isolated,
      towards,
    });
    return;
  }
  if (presences[0] !== presences[1]) {
    const isolated = isolate(place, (writer, reader) => withRequired(writer, reader, wireName));
    comparison.emit({
      kind: "presence",
      wireName,
      previous: presences[0],
      current: presences[1],
      place: here,
      isolated,
      towards,
    });
  }
  if (previous !== undefined && current !== undefined) comparison.walk({ path, previous, current });
}

function presenceOf({ schema }: Spot, wireName: string): Presence {
  return isJsonObject(schema) && stringList(schema["required"]).includes(wireName) ? "required" : "optional";
}

function compareOpenness(
  comparison: Comparison,
  place: Place,
  [before, after]: readonly [JsonObject, JsonObject],
): void {
  const [previous, current] = [opennessOf(place.previous), opennessOf(place.current)];
  const values = [extraValues(place.previous), extraValues(place.current)] as const;
  const keywords = ["additionalProperties", "patternProperties"];
  if (previous !== current) {
    const isolated = isolate(place, (writer, reader) => withKeywords(writer, reader, keywords));
    comparison.emit({ kind: "openness", previous, current, place, isolated, towards: [] });
  } else if (values[0] !== undefined && values[1] !== undefined) {
    comparison.walk({ path: `${place.path}.values`, previous: values[0], current: values[1] });
  }
  const patterns = new Set([before, after].flatMap((schema) => ownPatterns(schema)));
  for (const pattern of patterns) {
    const [old, now] = [
      spotIn(place.previous, "patternProperties", pattern),
      spotIn(place.current, "patternProperties", pattern),
    ];
    if (old !== undefined && now !== undefined)
      comparison.walk({
        path: `${place.path}.patternProperties[${JSON.stringify(pattern)}]`,
        previous: old,
        current: now,
      });
    else
      emitConstraint(comparison, place, {
        keyword: "patternProperties",
        previous: old === undefined ? undefined : pattern,
        current: now === undefined ? undefined : pattern,
      });
  }
}

const EVERY_KEY = new Set(["", "^.*$", "^(.*)$", ".*", "^"]);

function opennessOf(spot: Spot): Openness {
  const extra = extraValues(spot);
  if (extra === undefined || extra.schema === true) return "open";
  if (extra.schema === false) return "closed";
  return isJsonObject(extra.schema) && Object.keys(extra.schema).length === 0 ? "open" : "typed";
}

/** Where the values of keys without a pattern of their own are described; undefined where nothing is said. */
function extraValues(spot: Spot): Spot | undefined {
  if (!isJsonObject(spot.schema)) return undefined;
  const every = schemaEntries(spot.schema["patternProperties"]).find(([pattern]) => EVERY_KEY.has(pattern));
  if (every !== undefined) return spotIn(spot, "patternProperties", every[0]);
  return isSchema(spot.schema["additionalProperties"]) ? spotIn(spot, "additionalProperties") : undefined;
}

function ownPatterns(schema: JsonObject): readonly string[] {
  return schemaEntries(schema["patternProperties"])
    .map(([pattern]) => pattern)
    .filter((pattern) => !EVERY_KEY.has(pattern));
}
