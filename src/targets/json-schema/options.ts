import { type Static, Type } from "@sinclair/typebox";

/** What the config can say about the JSON Schema document. */
export const jsonSchemaOptions = Type.Object(
  {
    refs: Type.Union([Type.Literal("inline"), Type.Literal("named")], {
      default: "inline",
      description: "How a definition stands inside another one: written out again, or as a $ref.",
    }),
    layout: Type.Union([Type.Literal("prettier"), Type.Literal("stringify")], {
      default: "prettier",
      description: "Laid out as Prettier does by default, or as JSON.stringify does with two spaces.",
    }),
    surface: Type.Boolean({ default: false, description: "List the methods and events at the document's root." }),
  },
  { additionalProperties: false },
);

/** The options with their defaults. */
export type JsonSchemaOptions = Readonly<Static<typeof jsonSchemaOptions>>;
