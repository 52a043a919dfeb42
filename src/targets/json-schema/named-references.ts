import { referenceTo } from "../../json-schema/references.js";
import type { JsonSchema } from "../../json-schema/schema.js";
import type { DeclarationBase, DefinitionUse } from "../../ir/types.js";
import { invariant } from "../../support/invariant.js";
import { isJsonArray, isJsonObject, type JsonValue } from "../../support/json.js";

/** A definition to refer to, and the way that is left to where it stands. */
interface Replacement {
  readonly way: readonly string[];
  readonly target: string;
}

/**
 * A declaration's schema with a `$ref` wherever a registered definition stands exactly. For example
 * `{"properties": {"stateVersion": {"$ref": "#/definitions/StateVersion"}}}`.
 */
export function withNamedReferences({ schema, uses }: Pick<DeclarationBase, "schema" | "uses">): JsonSchema {
  const replaced = replace(schema, uses.filter(({ exact }) => exact).map(toReplacement));
  invariant(typeof replaced === "boolean" || isJsonObject(replaced), "a schema stays a schema");
  return replaced;
}

function toReplacement({ pointer, target }: DefinitionUse): Replacement {
  const tokens = pointer.split("/").slice(1);
  return { way: tokens.map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~")), target };
}

function replace(value: JsonValue, replacements: readonly Replacement[]): JsonValue {
  const here = replacements.find(({ way }) => way.length === 0);
  if (here !== undefined) return { $ref: referenceTo(here.target) };
  if (replacements.length === 0) return value;
  if (isJsonArray(value)) return value.map((item, index) => replace(item, below(replacements, String(index))));
  invariant(isJsonObject(value), "a pointer leads through objects and arrays");
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, replace(item, below(replacements, key))] as const),
  );
}

function below(replacements: readonly Replacement[], key: string): readonly Replacement[] {
  return replacements.filter(({ way }) => way[0] === key).map(({ way, target }) => ({ way: way.slice(1), target }));
}
