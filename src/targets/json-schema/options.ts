import { type Static, Type } from "@sinclair/typebox";
import type { TargetOptions } from "../target.js";

/** What the config can say about the JSON Schema document. */
export const jsonSchemaOptions = Type.Object(
  {
    refs: Type.Optional(
      Type.Union([Type.Literal("inline"), Type.Literal("named")], {
        default: "inline",
        description: "How a definition stands inside another one: written out again, or as a $ref.",
      }),
    ),
    layout: Type.Optional(
      Type.Union([Type.Literal("prettier"), Type.Literal("stringify")], {
        default: "prettier",
        description: "Laid out as Prettier does by default, or as JSON.stringify does with two spaces.",
      }),
    ),
    surface: Type.Optional(
      Type.Boolean({ default: false, description: "List the methods and events at the document's root." }),
    ),
  },
  { additionalProperties: false },
);

/** The options with their defaults. */
export type JsonSchemaOptions = Readonly<Required<Static<typeof jsonSchemaOptions>>>;

/** Fills in the defaults. For example `{ refs: "named" }` gives `{ refs: "named", layout: "prettier", surface: false }`. */
export function readOptions(options: TargetOptions): JsonSchemaOptions {
  return {
    refs: options["refs"] === "named" ? "named" : "inline",
    layout: options["layout"] === "stringify" ? "stringify" : "prettier",
    surface: options["surface"] === true,
  };
}
