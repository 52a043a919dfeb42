import { type Static, Type } from "@sinclair/typebox";

/** What the config can say about the TypeScript target. */
export const typescriptOptions = Type.Object(
  {
    engine: Type.Union([Type.Literal("standalone"), Type.Literal("ajv")], {
      default: "standalone",
      description: "How validators.ts validates: with code of its own and no import, or with AJV at run time.",
    }),
  },
  { additionalProperties: false },
);

/** The options with their defaults. */
export type TypescriptOptions = Readonly<Static<typeof typescriptOptions>>;
