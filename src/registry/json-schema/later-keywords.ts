import { isAssertion } from "../../json-schema/keywords.js";
import type { JsonSchema } from "../../json-schema/schema.js";
import { walkSchema } from "../../json-schema/walk.js";
import { fromPointer } from "../../json-schema/pointer.js";
import { isJsonObject } from "../../support/json.js";

/** What draft-07 has instead of a keyword of 2019-09 or 2020-12. */
const INSTEAD: Readonly<Record<string, string>> = {
  prefixItems: "Write the places under `items` as an array, and what may follow under `additionalItems`.",
  unevaluatedItems: "Write `additionalItems` beside the `items` that it closes.",
  unevaluatedProperties: "Write `additionalProperties` beside the `properties` that it closes.",
  dependentRequired: "Write `dependencies`: draft-07 has the same under that name.",
  dependentSchemas: "Write `dependencies`: draft-07 has the same under that name.",
  minContains: "Draft-07 counts no contained items: leave it out, or check it where the value is used.",
  maxContains: "Draft-07 counts no contained items: leave it out, or check it where the value is used.",
  $anchor: 'Write `"$id": "#name"`, or refer by a JSON pointer.',
  $dynamicRef: "Refer to the one schema that is meant with `$ref`.",
  $dynamicAnchor: "Refer to the one schema that is meant with `$ref`.",
  $recursiveRef: "Refer to the one schema that is meant with `$ref`.",
  $recursiveAnchor: "Refer to the one schema that is meant with `$ref`.",
};

/** A keyword that draft-07 does not have, or reads differently. */
export interface LaterKeyword {
  readonly keyword: string;
  /** JSON pointer tokens of the schema that has it. */
  readonly tokens: readonly string[];
  readonly instead: string;
}

/** The keywords of a document by which 2019-09 and 2020-12 say what draft-07 would misread. */
export function laterKeywords(document: JsonSchema): readonly LaterKeyword[] {
  const found: LaterKeyword[] = [];
  walkSchema(document, (schema, pointer) => {
    if (!isJsonObject(schema)) return;
    const tokens = fromPointer(pointer);
    for (const keyword of Object.keys(schema)) {
      const instead = Object.hasOwn(INSTEAD, keyword) ? INSTEAD[keyword] : undefined;
      if (instead !== undefined) found.push({ keyword, tokens, instead });
      else if (typeof schema["$ref"] === "string" && isAssertion(keyword))
        found.push({ keyword, tokens, instead: "Draft-07 ignores it beside `$ref`: put the reference into `allOf`." });
    }
  });
  return found;
}
