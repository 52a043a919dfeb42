import { mutate } from "../../../src/instances/mutate.js";
import { createRandom, type Random } from "../../../src/instances/random.js";
import { replaceAt } from "../../../src/instances/replace-at.js";
import { validInstances } from "../../../src/instances/valid-instances.js";
import type { DeclarationId, Protocol } from "../../../src/ir/types.js";
import { isJsonArray, isJsonObject, type JsonValue } from "../../../src/support/json.js";

/** A value that a newer peer may send as a definition, or one that is wrong. */
export interface NewerInstance {
  readonly definition: DeclarationId;
  readonly value: JsonValue;
}

type Path = readonly (string | number)[];

/**
 * For each registered definition: valid instances; the same with a key, constant or tag that is not known at every place
 * in turn and at several at once; and the same with something wrong beside that.
 */
export function newerInstances(protocol: Protocol, count: number): readonly NewerInstance[] {
  const registered = protocol.declarations.filter(({ origin }) => origin === undefined);
  const definitions = new Map(registered.map(({ id, schema }) => [id, schema]));
  const random = createRandom(7);
  return registered.flatMap(({ id, schema }) => {
    const valid = validInstances(schema, { definitions, seed: 3, count });
    return valid.flatMap((instance) => {
      const places = placesOf(instance);
      const single = places.map((place) => withNewer(instance, place));
      const several = seeded(instance, random);
      const wrong = mutate(several, schema, random);
      return [instance, ...single, several, wrong].map((value) => ({ definition: id, value }));
    });
  });
}

function seeded(instance: JsonValue, random: Random): JsonValue {
  const chosen = placesOf(instance).filter(() => random.chance(0.3));
  return chosen.toReversed().reduce(withNewer, instance);
}

/** Texts may be constants or tags; objects may be closed. */
function placesOf(value: JsonValue, path: Path = []): readonly Path[] {
  if (typeof value === "string") return [path];
  const entries = isJsonArray(value) ? value.entries() : isJsonObject(value) ? Object.entries(value) : [];
  const inner = [...entries].flatMap(([key, item]) => placesOf(item, [...path, key]));
  return isJsonObject(value) ? [path, ...inner] : inner;
}

function withNewer(instance: JsonValue, place: Path): JsonValue {
  return replaceAt(instance, place, (value) =>
    isJsonObject(value) ? { ...value, aKeyOfANewerPeer: { deep: [1, null] } } : "newer",
  );
}
