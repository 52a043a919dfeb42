import type { JsonSchema } from "../../json-schema/schema.js";
import { type Acceptor, createAcceptor } from "../../instances/accepts.js";
import { createSampler } from "../../instances/sampler.js";
import type { JsonValue } from "../../support/json.js";
import type { SchemaDifference } from "../compare/difference.js";
import { createReach, type Reach, type Root, type Route } from "../compare/reach.js";
import type { Side } from "../compare/side.js";
import { schemasAlong } from "../compare/spot.js";
import type { Witness } from "../rule.js";
import { instancePattern } from "./instance-pattern.js";
import { localCandidates } from "./local-candidates.js";
import { createValidators, type Validators } from "./validators.js";

/** Looks for examples of something that one side sends and the other refuses. */
export interface WitnessFinder {
  /** At most one example for each reader and version of it; each is certain, by AJV. */
  find(difference: SchemaDifference): readonly Witness[];
  /** Who reads what stands in a declaration, in either version. */
  readersOf(difference: SchemaDifference): readonly ("server" | "client")[];
}

interface Version {
  readonly side: Side;
  readonly reach: Reach;
  readonly validators: Validators;
  readonly accepts: Acceptor;
}

/** Makes a finder for two versions. */
export async function createWitnessFinder(previous: Side, current: Side): Promise<WitnessFinder> {
  const versions = { previous: await createVersion(previous), current: await createVersion(current) };
  return {
    find(difference) {
      const directions = [
        { writer: versions.previous, reader: versions.current, readerVersion: "current" },
        { writer: versions.current, reader: versions.previous, readerVersion: "previous" },
      ] as const;
      const asked = directions.filter(({ readerVersion }) => difference.readers?.includes(readerVersion) ?? true);
      return asked.flatMap((direction) => findIn(difference, direction));
    },
    readersOf({ place }) {
      const routes = [
        ...versions.previous.reach.routesTo(place.previous.declaration),
        ...versions.current.reach.routesTo(place.current.declaration),
      ];
      const readers = new Set(routes.flatMap(({ root }) => root.readers));
      return (["server", "client"] as const).filter((reader) => readers.has(reader));
    },
  };
}

async function createVersion(side: Side): Promise<Version> {
  const validators = await createValidators(side.definitions);
  const accepts = createAcceptor(side.definitions, validators.hasFormat);
  return { side, reach: createReach(side), validators, accepts };
}

const ATTEMPTS = 8;
/** Messages tried for one reader; the shortest way to a place comes first. */
const MOST_ROUTES = 4;

interface Direction {
  readonly writer: Version;
  readonly reader: Version;
  readonly readerVersion: "previous" | "current";
}

function findIn(difference: SchemaDifference, direction: Direction): readonly Witness[] {
  const { writer, readerVersion } = direction;
  const writerVersion = readerVersion === "previous" ? "current" : "previous";
  const spot = difference.place[writerVersion];
  const local = { writer: spot.schema, reader: difference.isolated[readerVersion] };
  const { accepts } = writer;
  const { definitions } = writer.side;
  const values = localCandidates({ ...local, towards: difference.towards, definitions, accepts });
  if (values.length === 0) return [];
  const routes = routesToReader(spot.declaration, direction);
  return (["server", "client"] as const).flatMap((reader) => {
    for (const route of routes.filter(({ root }) => root.readers.includes(reader)).slice(0, MOST_ROUTES)) {
      const pointer = route.pointer + spot.pointer;
      const place = instancePattern(pointer + (difference.towards[0] ?? ""));
      const found = embed({ route, pointer, values, place }, direction);
      if (found !== undefined) {
        const { label, declaration } = route.root;
        return [{ reader, readerVersion, subject: label, definition: declaration, ...found }];
      }
    }
    return [];
  });
}

interface Embedding {
  readonly route: Route;
  readonly pointer: string;
  readonly values: readonly JsonValue[];
  /** Where in the message the reason is looked for. */
  readonly place: RegExp;
}

/** The messages that a declaration is part of and that the reader knows; the declaration alone where there is none. */
function routesToReader(declaration: string, { writer, reader }: Direction): readonly Route[] {
  const routes = writer.reach.routesTo(declaration);
  const known = routes.filter(({ root }) => readerSchema(reader, root) !== undefined);
  if (known.length > 0) return known;
  const readers = [...new Set(routes.flatMap(({ root }) => root.readers))];
  return [{ root: { label: declaration, readers, declaration }, pointer: "" }];
}

/** Puts a value into the smallest whole message that holds it, and asks AJV of both sides. */
function embed({ route, pointer, values, place }: Embedding, { writer, reader }: Direction): Example | undefined {
  const [sent, read] = [writer.side.definitions.get(route.root.declaration), readerSchema(reader, route.root)];
  if (sent === undefined || read === undefined) return undefined;
  // A branch of a union is no place of its own: the value stands where the union does.
  const valuePlace = pointer.replace(/(?:\/(?:anyOf|oneOf|allOf)\/\d+)+$/, "");
  const along = schemasAlong(sent, pointer, writer.side.definitions);
  const pin = schemasAlong(sent, valuePlace, writer.side.definitions).at(-1);
  if (pin === undefined) return undefined;
  const towards = new Set<JsonSchema>(along);
  const { definitions } = writer.side;
  const judge = (instance: JsonValue | undefined): Example | undefined => {
    if (instance === undefined || reader.accepts(read, instance)) return undefined;
    if (writer.validators.refusal(sent, instance) !== undefined) return undefined;
    const reason = reader.validators.refusal(read, instance, place);
    return typeof reason === "string" ? { instance, reason } : undefined;
  };
  for (const value of values) {
    const sampler = createSampler({ definitions, seed: 3, towards, pinned: new Map([[pin, value]]) });
    // The first message may do without the place: another branch of a union has another one.
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const example = judge(sampler.sample(sent, attempt < ATTEMPTS / 2 ? "minimal" : "mixed"));
      if (example !== undefined) return example;
    }
  }
  return undefined;
}

type Example = Pick<Witness, "instance" | "reason">;

/** What the reader takes the same message for. */
function readerSchema({ side, reach }: Version, root: Root): JsonSchema | undefined {
  const same = reach.roots.find(({ label }) => label === root.label)?.declaration ?? root.declaration;
  return side.definitions.get(same);
}
