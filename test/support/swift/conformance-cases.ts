import type { Definitions } from "../../../src/json-schema/references.js";
import { createAcceptor } from "../../../src/instances/accepts.js";
import { validInstances } from "../../../src/instances/valid-instances.js";
import { indexDeclarations } from "../../../src/ir/graph.js";
import type { Declaration, DeclarationId, Protocol } from "../../../src/ir/types.js";
import { isJsonArray, isJsonObject, type JsonValue } from "../../../src/support/json.js";
import type { ConformanceCase, Expectation } from "./conformance-case.js";
import { type Place, placesOf } from "./instance-places.js";
import { jsonText } from "./number-texts.js";
import { changesOf } from "./place-changes.js";

/** How many instances of each definition have to come back as they went, where the schema allows that many. */
const INSTANCES = 24;

type Declarations = ReadonlyMap<DeclarationId, Declaration>;

/**
 * Everything that the models of a protocol are asked. Each definition's valid instances; then, once for each place of
 * the whole protocol, what a newer server may send (values, variants and keys that are not known), the numbers that
 * doubles lose, and what has to be refused (a property missing, of another type, another constant).
 */
export function conformanceCases(protocol: Protocol): readonly ConformanceCase[] {
  const declarations = indexDeclarations(protocol.declarations);
  const registered = protocol.declarations.filter(({ origin }) => origin === undefined);
  const definitions: Definitions = new Map(registered.map(({ id, schema }) => [id, schema]));
  const samples = registered.flatMap(({ id }) => samplesOf(id, definitions, declarations));
  const tried = new Set<string>();
  return samples.flatMap((sample) => [
    { definition: sample.definition, topic: "valid", text: jsonText(sample.instance), expected: sample.expected },
    ...(sample.expected.kind === "same" ? changedCases(sample, { declarations, tried }) : []),
  ]);
}

/** A valid instance of a definition. */
interface Sample {
  readonly definition: DeclarationId;
  readonly instance: JsonValue;
  readonly places: readonly Place[];
  readonly expected: Expectation;
}

function samplesOf(definition: DeclarationId, definitions: Definitions, declarations: Declarations): readonly Sample[] {
  const schema = definitions.get(definition) ?? true;
  const accepts = createAcceptor(definitions);
  const samples = validInstances(schema, { definitions, seed: 1, count: INSTANCES * 2 })
    .filter((instance) => accepts(schema, instance))
    .map(wellFormed)
    .map((instance) => {
      const places = placesOf(definition, instance, declarations);
      return { definition, instance, places, expected: expectedOf(instance, places) };
    });
  const [kept, refused] = (["same", "refused"] as const).map((kind) =>
    samples.filter(({ expected }) => expected.kind === kind),
  );
  return [...(kept ?? []).slice(0, INSTANCES), ...(refused ?? []).slice(0, 2)];
}

/** `Int` ends at 2^63: what lies beyond is refused rather than rounded, and the error says where it stands. */
function expectedOf(instance: JsonValue, places: readonly Place[]): Expectation {
  const beyond = places.filter((place) => isBeyondInt(place, instance));
  if (beyond.length > 0) return { kind: "refused", paths: beyond.map(({ path }) => path), foundation: true };
  return { kind: "same", text: jsonText(instance), foundation: true };
}

function isBeyondInt(place: Place, instance: JsonValue): boolean {
  if (place.kind !== "free" || place.type.kind !== "integer") return false;
  const value = place.path.reduce<JsonValue | undefined>(childOf, instance);
  return typeof value === "number" && Math.abs(value) > 2 ** 63;
}

function childOf(value: JsonValue | undefined, step: string | number): JsonValue | undefined {
  if (isJsonObject(value)) return value[step];
  return isJsonArray(value) ? value[Number(step)] : undefined;
}

interface Trial {
  readonly declarations: Declarations;
  /** What has been asked already, about which place. */
  readonly tried: Set<string>;
}

function changedCases({ definition, instance, places }: Sample, trial: Trial): readonly ConformanceCase[] {
  const isFresh = (key: string): boolean => !trial.tried.has(key) && trial.tried.add(key) !== undefined;
  return places.flatMap((place) =>
    changesOf(place, instance, trial.declarations)
      .filter(({ topic }) => isFresh(`${topic}\n${place.key}`))
      .map(({ topic, changed, expected }) => ({ definition, topic, text: jsonText(changed), expected })),
  );
}

/** Half a surrogate pair cannot be sent as UTF-8; it arrives as U+FFFD. */
function wellFormed(value: JsonValue): JsonValue {
  return JSON.parse(JSON.stringify(value).replaceAll(/(?<!\\)((?:\\\\)*)\\ud[89a-f][0-9a-f]{2}/g, "$1\uFFFD"));
}
