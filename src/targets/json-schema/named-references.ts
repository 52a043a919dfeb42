import { referenceTo } from "../../ir/lower/references.js";
import type { DeclarationBase, DefinitionUse, JsonSchema } from "../../ir/types.js";
import { invariant } from "../../support/invariant.js";
import { isJsonArray, isJsonObject, type JsonValue } from "../../support/json.js";

/** A tree of what to replace: below a pointer's token either more of them, or the definition that stands there. */
interface Replacements {
  readonly below: Map<string, Replacements>;
  target: string | undefined;
}

/**
 * A declaration's schema with a `$ref` wherever a registered definition stands exactly. For example
 * `{"properties": {"stateVersion": {"$ref": "#/definitions/StateVersion"}}}`.
 */
export function withNamedReferences({ schema, uses }: Pick<DeclarationBase, "schema" | "uses">): JsonSchema {
  const exact = uses.filter((use) => use.exact);
  if (exact.length === 0) return schema;
  const replaced = replace(schema, treeOf(exact));
  invariant(typeof replaced === "boolean" || isJsonObject(replaced), "a schema stays a schema");
  return replaced;
}

function treeOf(uses: readonly DefinitionUse[]): Replacements {
  const root: Replacements = { below: new Map(), target: undefined };
  for (const { pointer, target } of uses) {
    let node = root;
    for (const token of pointer.split("/").slice(1)) {
      const key = token.replaceAll("~1", "/").replaceAll("~0", "~");
      const next = node.below.get(key) ?? { below: new Map(), target: undefined };
      node.below.set(key, next);
      node = next;
    }
    node.target = target;
  }
  return root;
}

function replace(value: JsonValue, replacements: Replacements | undefined): JsonValue {
  if (replacements === undefined) return value;
  if (replacements.target !== undefined) return { $ref: referenceTo(replacements.target) };
  if (isJsonArray(value)) return value.map((item, index) => replace(item, replacements.below.get(String(index))));
  invariant(isJsonObject(value), "a pointer leads through objects and arrays");
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, replace(item, replacements.below.get(key))] as const),
  );
}
