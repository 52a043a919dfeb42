import type { Static, TSchema } from "@sinclair/typebox";
import { Value } from "@sinclair/typebox/value";
import { invariant } from "./invariant.js";

/**
 * Fills in the defaults of a schema. The value has been checked already, as far as it goes.
 * For example `withDefaults(Type.Object({ a: Type.String({ default: "x" }) }), {})` gives `{ a: "x" }`.
 */
export function withDefaults<Schema extends TSchema>(schema: Schema, value: unknown): Static<Schema> {
  const filled: unknown = Value.Default(schema, structuredClone(value));
  invariant(Value.Check(schema, filled), "a checked value with its defaults is what its schema says");
  return filled;
}
