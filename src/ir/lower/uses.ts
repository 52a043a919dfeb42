import { toPointer } from "../../json-schema/pointer.js";
import type { JsonSchema } from "../../json-schema/schema.js";
import { visitSubschemas } from "../../json-schema/walk.js";
import { isJsonObject, type JsonObject } from "../../support/json.js";
import type { DefinitionUse } from "../types.js";
import type { NamedSchemas } from "./named-schemas.js";

/** A step on the way to a schema: from the step before it, by pointer tokens. */
interface Step {
  readonly from: Step | undefined;
  readonly tokens: readonly string[];
}

/** Only few of the places that are passed hold a use: the text of a way is made for those alone. */
function pointerOf({ from, tokens }: Step): string {
  const own = toPointer(tokens);
  return from === undefined ? own : pointerOf(from) + own;
}

/** Finds where registered definitions stand inside a declaration's schema: outermost only, in document order. */
export function findUses(schema: JsonSchema, names: NamedSchemas): readonly DefinitionUse[] {
  const uses: DefinitionUse[] = [];
  const visit = (node: JsonObject, from: Step | undefined): void =>
    visitSubschemas(node, (item, tokens) => {
      if (!isJsonObject(item)) return;
      const step = { from, tokens };
      const target = names.nameOf(item);
      if (target === undefined) visit(item, step);
      else uses.push({ pointer: pointerOf(step), target, exact: names.isExactly(item, target) });
    });
  if (isJsonObject(schema)) visit(schema, undefined);
  return uses;
}
