const KIND = Symbol.for("TypeBox.Kind");
const TRANSFORM = Symbol.for("TypeBox.Transform");

/** The kind that a schema's own TypeBox gave it (`@sinclair/typebox` 0.34: a symbol; `typebox` 1.x: `~kind`), if any. */
export function typeBoxKind(schema: object): string | undefined {
  const kind: unknown = Reflect.get(schema, KIND) ?? Reflect.get(schema, "~kind");
  return typeof kind === "string" ? kind : undefined;
}

/** Whether either TypeBox marked a schema as that of an optional property. */
export function isMarkedOptional(schema: object): boolean {
  return (
    Reflect.get(schema, Symbol.for("TypeBox.Optional")) === "Optional" || Reflect.get(schema, "~optional") === true
  );
}

/** Something that a schema does only inside the process that holds it. `mark` is shared by the copies of a schema: its own function. */
export interface ProcessOnlyPart {
  readonly what: "transform" | "codec" | "refinement";
  readonly mark: unknown;
}

/** The first function inside a value. TypeBox copies what holds it, never the function itself. */
function functionIn(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  return Object.values(value)
    .map(functionIn)
    .find((found) => typeof found === "function");
}

/** What a schema does only inside the process that holds it, if anything. */
export function processOnlyPart(schema: object): ProcessOnlyPart | undefined {
  if (TRANSFORM in schema) return { what: "transform", mark: functionIn(Reflect.get(schema, TRANSFORM)) };
  if ("~codec" in schema) return { what: "codec", mark: functionIn(Reflect.get(schema, "~codec")) };
  return "~refine" in schema ? { what: "refinement", mark: functionIn(Reflect.get(schema, "~refine")) } : undefined;
}
