import { fromPointer, toPointer, valueAt } from "../../json-schema/pointer.js";
import { type Definitions, resolveReference } from "../../json-schema/references.js";
import { type JsonSchema, isSchema } from "../../json-schema/schema.js";
import type { DeclarationId } from "../../ir/types.js";
import { isJsonObject, type JsonValue } from "../../support/json.js";

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
