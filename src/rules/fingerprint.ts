import { createHash } from "node:crypto";
import { type Definitions, closureOf } from "../json-schema/references.js";
import type { JsonSchema } from "../json-schema/schema.js";
import type { JsonValue } from "../support/json.js";
import { stableJson } from "../support/stable-json.js";
import { type Difference, isSchemaDifference } from "./compare/difference.js";
import type { Side } from "./compare/side.js";

/** A text that another change does not have: what stands at the place in both versions goes into it, and nothing is cut off. */
export function fingerprintOf(
  rule: string,
  difference: Difference,
  sides: { readonly previous: Side; readonly current: Side },
): string {
  const told = isSchemaDifference(difference)
    ? {
        ...detailOf(difference),
        path: difference.place.path,
        previous: wholeSchema(difference.place.previous.schema, sides.previous.definitions),
        current: wholeSchema(difference.place.current.schema, sides.current.definitions),
      }
    : difference;
  return createHash("sha256")
    .update(stableJson(plain([rule, told])))
    .digest("hex")
    .slice(0, 16);
}

function detailOf({
  place: _place,
  isolated: _isolated,
  readers: _readers,
  ...detail
}: Extract<Difference, { readonly isolated: unknown }>): object {
  return detail;
}

function wholeSchema(schema: JsonSchema, definitions: Definitions): JsonValue {
  return [schema, [...closureOf(schema, definitions)].map(([name, definition]) => [name, definition])];
}

function plain(value: unknown): JsonValue {
  return JSON.parse(JSON.stringify(value));
}
