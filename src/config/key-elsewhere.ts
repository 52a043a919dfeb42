import { KindGuard, type TProperties, type TSchema } from "@sinclair/typebox";

/**
 * Where a key that is unknown in its place is known around it: in an object that encloses the place, or in one beside it.
 * For example `protocols.gateway.targets.swift.title` is known as `protocols.gateway.title`.
 */
export function keyElsewhere(schema: TSchema, keys: readonly string[]): readonly string[] | undefined {
  const key = keys.at(-1) ?? "";
  for (const [depth, around] of enclosing(schema, keys.slice(0, -1))) {
    const place = keys.slice(0, depth);
    if (key in around) return [...place, key];
    const beside = Object.entries(around).find(([, inner]) => KindGuard.IsObject(inner) && key in inner.properties);
    if (beside !== undefined) return [...place, beside[0], key];
  }
  return undefined;
}

/** The keys known in every object on the way to a place, the innermost first; the place itself is left out. */
function enclosing(schema: TSchema, keys: readonly string[]): readonly (readonly [number, TProperties])[] {
  const found: (readonly [number, TProperties])[] = [];
  let here: TSchema | undefined = schema;
  for (const [depth, key] of keys.entries()) {
    if (here !== undefined) found.unshift([depth, propertiesOf(here)]);
    here = here === undefined ? undefined : below(here, key);
  }
  return found;
}

function below(schema: TSchema, key: string): TSchema | undefined {
  if (KindGuard.IsRecord(schema)) return Object.values(schema.patternProperties)[0];
  return propertiesOf(schema)[key];
}

/** Of a union, the keys of the branch that is an object. */
function propertiesOf(schema: TSchema): TProperties {
  if (KindGuard.IsUnion(schema))
    return schema.anyOf.map(propertiesOf).find((keys) => Object.keys(keys).length > 0) ?? {};
  return KindGuard.IsObject(schema) ? schema.properties : {};
}
