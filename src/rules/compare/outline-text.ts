import type { JsonSchema } from "../../json-schema/schema.js";
import { toPointer } from "../../json-schema/pointer.js";
import type { DeclarationId } from "../../ir/types.js";
import { isJsonArray, isJsonObject, type JsonValue } from "../../support/json.js";
import { shapeText } from "./shape-text.js";
import type { Side } from "./side.js";

/**
 * A text that is equal for two versions of a declaration that say the same themselves, whatever has become of the
 * definitions that stand in them. `nameAt` gives the present name of what stands at a pointer, where that has one.
 */
export function outlineText(
  side: Side,
  id: DeclarationId,
  nameAt: (pointer: string, own: string | undefined) => string | undefined,
): string {
  const visit = (value: JsonValue, pointer: string): JsonValue => {
    const name = pointer === "" ? undefined : nameAt(pointer, side.useAt(id, pointer)?.target);
    if (name !== undefined) return { $ref: name };
    if (isJsonArray(value)) return value.map((item, index) => visit(item, `${pointer}/${index}`));
    if (!isJsonObject(value)) return value;
    return Object.fromEntries<JsonValue>(
      Object.entries(value).map(([key, item]) => [key, visit(item, pointer + toPointer([key]))]),
    );
  };
  const schema: JsonSchema = side.definitions.get(id) ?? true;
  return shapeText(visit(schema, ""));
}
