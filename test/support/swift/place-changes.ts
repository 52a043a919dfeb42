import { replaceAt } from "../../../src/instances/replace-at.js";
import type { Declaration, DeclarationId } from "../../../src/ir/types.js";
import { isJsonObject, type JsonValue } from "../../../src/support/json.js";
import type { Expectation } from "./conformance-case.js";
import type { Path, Place } from "./instance-places.js";
import { jsonText, numberCases } from "./number-texts.js";
import { wrongValues } from "./wrong-values.js";

/** An instance with one place changed, and what has to become of it. */
export interface Change {
  readonly topic: string;
  readonly changed: JsonValue;
  readonly expected: Expectation;
}

type Declarations = ReadonlyMap<DeclarationId, Declaration>;
type PlaceOf<Kind extends Place["kind"]> = Extract<Place, { readonly kind: Kind }>;

const STRAY: Readonly<Record<string, JsonValue>> = {
  aKeyOfANewerServer: { deep: [1, "😀", null, { more: 0.1 }] },
};

/** Every change worth trying at one place of an instance. */
export function changesOf(place: Place, instance: JsonValue, declarations: Declarations): readonly Change[] {
  switch (place.kind) {
    case "property":
      return propertyChanges(place, instance, declarations);
    case "object":
      return objectChanges(place, instance);
    case "enum":
      return [same("unknown enum value", replaced(instance, place, place.base === "string" ? "☃ newer" : -98765))];
    case "tagged":
      return taggedChanges(place, instance);
    case "free":
      return numberCases(place.type).map(({ topic, number, outcome, foundation }) => {
        const changed = replaced(instance, place, number);
        return outcome === "refused"
          ? refused(topic, changed, { path: place.path, foundation })
          : same(topic, changed, { foundation });
      });
  }
}

function propertyChanges(
  place: PlaceOf<"property">,
  instance: JsonValue,
  declarations: Declarations,
): readonly Change[] {
  const { path, property, isTag } = place;
  const without = replaceAt(instance, path.slice(0, -1), (parent) => withoutKey(parent, property.wireName));
  const missing = property.presence === "required" ? [refused("missing property", without, { path })] : [];
  const wrong = isTag ? [] : wrongValues(property.type, declarations);
  return [
    ...missing,
    ...wrong.map((value) => refused(`wrong ${JSON.stringify(value)}`, replaced(instance, place, value), { path })),
  ];
}

/** Keys that a closed object does not know are dropped; an open object keeps them. */
function objectChanges({ path, declaration }: PlaceOf<"object">, instance: JsonValue): readonly Change[] {
  const { additional, patterns } = declaration;
  if (additional.kind === "typed" || patterns.length > 0) return [];
  const added = replaceAt(instance, path, (value) => withKeys(value, STRAY));
  return [same("unknown key", added, { read: additional.kind === "closed" ? instance : added })];
}

function taggedChanges({ path, wireName, declaration }: PlaceOf<"tagged">, instance: JsonValue): readonly Change[] {
  const tagged = (tag: JsonValue): JsonValue =>
    replaceAt(instance, path, (value) => withKeys(value, { ...STRAY, [wireName]: tag }));
  const isText = declaration.variants.every(({ tags }) => tags.every((tag) => typeof tag === "string"));
  const wrong = isText ? [refused("tag that is no text", tagged(7), { path: [...path, wireName] })] : [];
  return [same("unknown variant", tagged("☃ newer")), ...wrong];
}

function same(topic: string, changed: JsonValue, { read = changed, foundation = true } = {}): Change {
  return { topic, changed, expected: { kind: "same", text: jsonText(read), foundation } };
}

function refused(
  topic: string,
  changed: JsonValue,
  { path, foundation = true }: { readonly path: Path; readonly foundation?: boolean },
): Change {
  return { topic, changed, expected: { kind: "refused", paths: [path], foundation } };
}

function replaced(instance: JsonValue, { path }: Place, value: JsonValue): JsonValue {
  return replaceAt(instance, path, () => value);
}

function withKeys(value: JsonValue, added: Readonly<Record<string, JsonValue>>): JsonValue {
  return isJsonObject(value) ? { ...value, ...added } : value;
}

function withoutKey(value: JsonValue, key: string): JsonValue {
  if (!isJsonObject(value)) return value;
  return Object.fromEntries<JsonValue>(Object.entries(value).filter(([name]) => name !== key));
}
