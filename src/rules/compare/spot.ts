import { fromPointer, toPointer, valueAt } from "../../json-schema/pointer.js";
import { type JsonSchema, isSchema } from "../../json-schema/schema.js";
import type { DeclarationId } from "../../ir/types.js";

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
