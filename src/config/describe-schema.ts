import { KindGuard, type TSchema } from "@sinclair/typebox";

/** What a schema of the config expects, as a sentence names it: its title where it has one. For example `"inline" or "named"`, `a string`. */
export function describeSchema(schema: TSchema): string {
  if (schema.title !== undefined) return schema.title;
  if (KindGuard.IsUnion(schema)) return schema.anyOf.map(describeSchema).join(" or ");
  if (KindGuard.IsLiteral(schema)) return JSON.stringify(schema.const);
  if (KindGuard.IsString(schema)) return (schema.minLength ?? 0) > 0 ? "a string that is not empty" : "a string";
  if (KindGuard.IsInteger(schema)) return `a whole number${bounds(schema.minimum, schema.maximum)}`;
  if (KindGuard.IsNumber(schema)) return `a number${bounds(schema.minimum, schema.maximum)}`;
  if (KindGuard.IsBoolean(schema)) return "true or false";
  if (KindGuard.IsNull(schema)) return "null";
  if (KindGuard.IsArray(schema)) return `an array, each item ${describeSchema(schema.items)}`;
  if (KindGuard.IsObject(schema) || KindGuard.IsRecord(schema)) return "an object";
  return schema.description ?? "another value";
}

/** The constants that a schema allows, where it allows strings only by name. For example `["inline", "named"]`. */
export function literalStrings(schema: TSchema): readonly string[] {
  if (KindGuard.IsUnion(schema)) return schema.anyOf.flatMap(literalStrings);
  return KindGuard.IsLiteral(schema) && typeof schema.const === "string" ? [schema.const] : [];
}

function bounds(minimum: unknown, maximum: unknown): string {
  if (typeof minimum === "number" && typeof maximum === "number") return ` from ${minimum} to ${maximum}`;
  if (typeof minimum === "number") return ` of at least ${minimum}`;
  return typeof maximum === "number" ? ` of at most ${maximum}` : "";
}
