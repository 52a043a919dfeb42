const KIND = Symbol.for("TypeBox.Kind");
const TRANSFORM = Symbol.for("TypeBox.Transform");

/** The kind that a schema's own TypeBox gave it (`@sinclair/typebox` 0.34: a symbol; `typebox` 1.x: `~kind`), if any. */
export function typeBoxKind(schema: object): string | undefined {
  const kind: unknown = Reflect.get(schema, KIND) ?? Reflect.get(schema, "~kind");
  return typeof kind === "string" ? kind : undefined;
}

/** What a schema does only inside the process that holds it: a transform, codec or refinement. */
export function processOnlyPart(schema: object): "transform" | "codec" | "refinement" | undefined {
  if (TRANSFORM in schema) return "transform";
  if ("~codec" in schema) return "codec";
  return "~refine" in schema ? "refinement" : undefined;
}
