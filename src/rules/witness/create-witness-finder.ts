import { createAcceptor } from "../../instances/accepts.js";
import { isSchema, type JsonSchema } from "../../json-schema/schema.js";
import { isJsonObject } from "../../support/json.js";
import type { SchemaDifference } from "../compare/difference.js";
import { createReach, type Reach, type Root, type Route } from "../compare/reach.js";
import type { Side } from "../compare/side.js";
import type { Spot } from "../compare/spot.js";
import { fromPointer, valueAt } from "../../json-schema/pointer.js";
import { replaceAt } from "../../instances/replace-at.js";
import { type Answer, createHomes, type Home, NONE, type Solve } from "../containment/goal.js";
import { createSolver } from "../containment/solve.js";
import type { Witness } from "../rule.js";
import { explainRefusal } from "./explain-refusal.js";
import { knownFormats } from "./known-formats.js";
import { pathSchema } from "./path-schema.js";

/** What is certain of one reader of one version: that it refuses something, or that this could not be decided. */
export interface Verdict {
  readonly reader: "server" | "client";
  readonly readerVersion: "previous" | "current";
  readonly kind: "refuses" | "undecided";
  /** An example; undefined where none could be written down. */
  readonly witness: Witness | undefined;
}

/** Finds out which readers refuse something that the other side sends, and shows what. */
export interface WitnessFinder {
  /** At most one verdict for each reader and version of it; none where nothing is refused, which is certain. */
  judge(difference: SchemaDifference): readonly Verdict[];
  /** Who reads what stands in a declaration, in either version. */
  readersOf(difference: SchemaDifference): readonly ("server" | "client")[];
  /** The roots of a version that a name alone makes one: a definition of params that no method lists. */
  namedRoot(version: "previous" | "current", declaration: string): Root | undefined;
}

interface Version {
  readonly side: Side;
  readonly reach: Reach;
  readonly home: Home;
}

interface Direction {
  readonly writer: Version;
  readonly reader: Version;
  readonly readerVersion: "previous" | "current";
}

/** Makes a finder for two versions. */
export async function createWitnessFinder(previous: Side, current: Side): Promise<WitnessFinder> {
  const formats = await knownFormats();
  const homes = createHomes(
    { definitions: previous.definitions, accepts: createAcceptor(previous.definitions, formats.hasFormat) },
    { definitions: current.definitions, accepts: createAcceptor(current.definitions, formats.hasFormat) },
  );
  const versions = {
    previous: { side: previous, reach: createReach(previous), home: homes.previous },
    current: { side: current, reach: createReach(current), home: homes.current },
  };
  const solve = createSolver(formats.isKnown);
  return {
    judge(difference) {
      const directions = [
        { writer: versions.previous, reader: versions.current, readerVersion: "current" },
        { writer: versions.current, reader: versions.previous, readerVersion: "previous" },
      ] as const;
      const asked = directions.filter(({ readerVersion }) => difference.readers?.includes(readerVersion) ?? true);
      return asked.flatMap((direction) => judgeDirection(difference, direction, solve));
    },
    readersOf({ place }) {
      const routes = [
        ...versions.previous.reach.routesTo(place.previous.declaration),
        ...versions.current.reach.routesTo(place.current.declaration),
      ];
      const readers = new Set(routes.flatMap(({ root }) => root.readers));
      return (["server", "client"] as const).filter((reader) => readers.has(reader));
    },
    namedRoot: (version, declaration) =>
      versions[version].reach.roots.find((root) => root.label === declaration && root.declaration === declaration),
  };
}

function judgeDirection(difference: SchemaDifference, direction: Direction, solve: Solve): readonly Verdict[] {
  const { writer, readerVersion } = direction;
  const spot = difference.place[readerVersion === "previous" ? "current" : "previous"];
  const clause = (schema: JsonSchema) => ({ schema, home: writer.home });
  const readerSpot = difference.place[readerVersion];
  const isolated = difference.isolated[readerVersion];
  // What this one thing does not refuse where it stands is refused in no message because of it.
  const here = solve({ accepted: [clause(spot.schema)], refused: [clause(isolated)] });
  if (here.kind === "none") return [];
  const routes = routesToReader(spot.declaration, direction);
  return (["server", "client"] as const).flatMap((reader) => {
    const own = routes.filter(({ root }) => root.readers.includes(reader));
    const verdicts = own.map((route) =>
      judgeRoute(route, { pointer: route.pointer + spot.pointer, readerSpot, isolated, reader, direction, solve }),
    );
    const found =
      verdicts.find((verdict) => verdict?.kind === "refuses") ?? verdicts.find((verdict) => verdict !== undefined);
    return found === undefined ? [] : [found];
  });
}

interface RouteQuestion {
  readonly pointer: string;
  readonly readerSpot: Spot;
  readonly isolated: JsonSchema;
  readonly reader: "server" | "client";
  readonly direction: Direction;
  readonly solve: Solve;
}

/** Looks for a whole message that has something at the place that this difference refuses, and that the reader refuses. */
function judgeRoute(
  { root }: Route,
  { pointer, readerSpot, isolated, reader, direction, solve }: RouteQuestion,
): Verdict | undefined {
  const { writer, reader: version, readerVersion } = direction;
  const [sent, read] = [writer.side.definitions.get(root.declaration), readerSchema(version, root)];
  if (sent === undefined || read === undefined) return undefined;
  const { definitions } = writer.side;
  const path = pathSchema(sent, pointer, { inner: { not: isolated }, definitions });
  const accepted = [sent, path].map((schema) => ({ schema, home: writer.home }));
  const refused = [{ schema: read, home: version.home }];
  // At best nothing else is wrong with the message; where everything around has changed as well, that is not to be had.
  const relaxed = relaxedAt(version, root, readerSpot);
  const best =
    relaxed === undefined ? NONE : solve({ accepted: [...accepted, { schema: relaxed, home: version.home }], refused });
  const answer: Answer = best.kind === "found" ? best : solve({ accepted, refused });
  if (answer.kind === "none") return undefined;
  const verdict = { reader, readerVersion } as const;
  if (answer.kind === "unknown") return { ...verdict, kind: "undecided", witness: undefined };
  if (answer.value === undefined) return { ...verdict, kind: "refuses", witness: undefined };
  const reason = explainRefusal({ schema: read, value: answer.value, home: version.home, isolated });
  const witness = { ...verdict, subject: root.label, definition: root.declaration, instance: answer.value, reason };
  return { ...verdict, kind: "refuses", witness };
}

/** The messages that a declaration is part of and that the reader knows; the declaration alone where there is none. */
function routesToReader(declaration: string, { writer, reader }: Direction): readonly Route[] {
  const routes = writer.reach.routesTo(declaration);
  const known = routes.filter(({ root }) => readerSchema(reader, root) !== undefined);
  if (known.length > 0) return known;
  const readers = [...new Set(routes.flatMap(({ root }) => root.readers))];
  return [{ root: { label: declaration, readers, declaration }, pointer: "" }];
}

/** What the reader takes the same message for. */
function readerSchema({ side, reach }: Version, root: Root): JsonSchema | undefined {
  const same = reach.roots.find(({ label }) => label === root.label)?.declaration ?? root.declaration;
  return side.definitions.get(same);
}

/** What the reader expects, but for one place where it takes anything; undefined where that place is not spelt out in it. */
function relaxedAt({ reach, side }: Version, { label }: Root, spot: Spot): JsonSchema | undefined {
  const route = reach.routesTo(spot.declaration).find(({ root }) => root.label === label);
  const schema = route === undefined ? undefined : side.definitions.get(route.root.declaration);
  if (route === undefined || schema === undefined) return undefined;
  const tokens = fromPointer(route.pointer + spot.pointer);
  if (!isJsonObject(schema) || tokens.length === 0 || valueAt(schema, tokens) === undefined) return undefined;
  const places = tokens.map((token) => (/^\d+$/.test(token) ? Number(token) : token));
  const replaced = replaceAt(schema, places, () => true);
  return isSchema(replaced) ? replaced : undefined;
}
