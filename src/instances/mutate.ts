import type { JsonSchema } from "../json-schema/schema.js";
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../support/json.js";
import { constantsOf } from "./constants-of.js";
import type { Random } from "./random.js";
import { replaceAt } from "./replace-at.js";

const STRAY_KEYS: readonly string[] = ["extra", "Extra", "", "__proto__", "toString", "typ", "null", "😀"];
const STRAY_VALUES: readonly JsonValue[] = [
  null,
  true,
  false,
  0,
  -1,
  0.5,
  1e21,
  "",
  "text",
  "0",
  [],
  [null],
  {},
  { key: null },
];

/**
 * A near miss: the instance with one small change at a random place (a key dropped or added, another type, off by one,
 * another constant of the schema, null, one item more or less). It may still be valid: ask AJV.
 * For example `{"type":"req"}` may become `{"type":"res"}`, `{}` or `{"type":null}`.
 */
export function mutate(instance: JsonValue, schema: JsonSchema, random: Random): JsonValue {
  const path = random.pick(placesOf(instance)) ?? [];
  return replaceAt(instance, path, (value) => mutateValue(value, schema, random));
}

/** The way to a nested value. For example `["items", 0, "id"]`. */
type Path = readonly (string | number)[];

function placesOf(instance: JsonValue): readonly Path[] {
  const places: Path[] = [[]];
  const visit = (value: JsonValue, path: Path): void => {
    if (isJsonArray(value)) for (const [index, item] of value.entries()) enter(item, [...path, index]);
    if (isJsonObject(value)) for (const [key, item] of Object.entries(value)) enter(item, [...path, key]);
  };
  const enter = (value: JsonValue, path: Path): void => {
    places.push(path);
    visit(value, path);
  };
  visit(instance, []);
  return places;
}

function mutateValue(value: JsonValue, schema: JsonSchema, random: Random): JsonValue {
  if (random.chance(0.25)) return random.pick(STRAY_VALUES) ?? null;
  if (isJsonObject(value)) return mutateObject(value, random);
  if (isJsonArray(value)) return mutateArray(value, random);
  if (typeof value === "number") return value + (random.pick([1, -1, 0.5, 2 ** 53, -value]) ?? 1);
  if (typeof value === "string") return mutateString(value, schema, random);
  return typeof value === "boolean" ? !value : (random.pick(STRAY_VALUES) ?? false);
}

function mutateObject(value: JsonObject, random: Random): JsonValue {
  const entries = Object.entries(value);
  const dropped = random.below(entries.length);
  const extra = [random.pick(STRAY_KEYS) ?? "extra", random.pick(STRAY_VALUES) ?? null] as const;
  switch (entries.length === 0 ? 0 : random.below(4)) {
    case 0:
      return Object.fromEntries<JsonValue>([...entries, extra]);
    case 1:
      return Object.fromEntries<JsonValue>(entries.filter((_, index) => index !== dropped));
    case 2:
      return Object.fromEntries<JsonValue>(
        entries.map(([key, item], index) => (index === dropped ? [`${key}_`, item] : [key, item])),
      );
    default:
      return Object.fromEntries<JsonValue>(entries.toReversed());
  }
}

function mutateArray(value: readonly JsonValue[], random: Random): JsonValue {
  const index = random.below(value.length);
  switch (random.below(4)) {
    case 0:
      return [...value, random.pick(STRAY_VALUES) ?? null];
    case 1:
      return value.toSpliced(index, 1);
    case 2:
      return [...value, value[index] ?? null];
    default:
      return Object.fromEntries(value.map((item, place) => [`${place}`, item]));
  }
}

function mutateString(value: string, schema: JsonSchema, random: Random): JsonValue {
  const other = random.pick(constantsOf(schema).filter((constant) => constant !== value));
  if (other !== undefined && random.chance(0.4)) return other;
  const points = [...value];
  const index = random.below(points.length);
  const changes = [
    `${value}x`,
    ` ${value}`,
    value.toUpperCase(),
    points.toSpliced(index, 1).join(""),
    points.toSpliced(index, 0, "😀").join(""),
    value.repeat(40),
    "",
  ];
  return random.pick(changes) ?? "";
}
