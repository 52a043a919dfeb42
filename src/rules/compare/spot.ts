import { resolveReference, type Definitions } from "../../instances/definitions.js";
import { isSchema } from "../../instances/keywords.js";
import type { DeclarationId, JsonSchema } from "../../ir/types.js";
import { isJsonArray, isJsonObject, type JsonValue } from "../../support/json.js";

/** A place in one version of a protocol. For example `{ declaration: "CronJob", pointer: "/properties/name", schema }`. */
export interface Spot {
  readonly declaration: DeclarationId;
  /** A JSON pointer into the declaration's schema. */
  readonly pointer: string;
  /** What stands there. */
  readonly schema: JsonSchema;
}

/** The same place in both versions. */
export interface Place {
  /** For people. For example `CronJob.schedule.anyOf[0].atMs`. */
  readonly path: string;
  readonly previous: Spot;
  readonly current: Spot;
}

/** A nested spot, or undefined where nothing stands there. For example `spotIn(spot, "properties", "name")`. */
export function spotIn(spot: Spot, ...tokens: readonly string[]): Spot | undefined {
  const schema = valueAt(spot.schema, tokens);
  if (!isSchema(schema)) return undefined;
  return { declaration: spot.declaration, pointer: spot.pointer + toPointer(tokens), schema };
}

/** The spot at a JSON pointer below another one. For example `spotAt(spot, "/properties/name")`. */
export function spotAt(spot: Spot, pointer: string): Spot | undefined {
  return spotIn(spot, ...fromPointer(pointer));
}

function fromPointer(pointer: string): readonly string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** The tokens as a JSON pointer. For example `["properties", "a/b"]` gives `/properties/a~1b`. */
export function toPointer(tokens: readonly string[]): string {
  return tokens.map((token) => `/${token.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** Every schema on the way to a pointer, outermost first, the one that it names last. References are followed. */
export function schemasAlong(root: JsonSchema, pointer: string, definitions: Definitions): readonly JsonSchema[] {
  const along: JsonSchema[] = [root];
  let value: JsonValue | undefined = root;
  for (const token of fromPointer(pointer)) {
    if (isJsonObject(value) && typeof value["$ref"] === "string" && !Object.hasOwn(value, token)) {
      value = resolveReference(value["$ref"], definitions);
      if (isSchema(value)) along.push(value);
    }
    value = value === undefined ? undefined : valueAt(value, [token]);
    if (isSchema(value)) along.push(value);
  }
  return value === undefined ? [] : along;
}

function valueAt(value: JsonValue, tokens: readonly string[]): JsonValue | undefined {
  let found: JsonValue | undefined = value;
  for (const token of tokens) {
    if (isJsonArray(found)) found = found[Number(token)];
    else if (isJsonObject(found) && Object.hasOwn(found, token)) found = found[token];
    else return undefined;
  }
  return found;
}
