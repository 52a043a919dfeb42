import { type Static, Type } from "@sinclair/typebox";
import type { TargetOptions } from "../target.js";

/** What the config can say about the TypeScript target. */
export const typescriptOptions = Type.Object(
  {
    engine: Type.Optional(
      Type.Union([Type.Literal("standalone"), Type.Literal("ajv")], {
        default: "standalone",
        description: "How validators.ts validates: with code of its own and no import, or with AJV at run time.",
      }),
    ),
  },
  { additionalProperties: false },
);

/** The options with their defaults. */
export type TypescriptOptions = Readonly<Required<Static<typeof typescriptOptions>>>;

/** Fills in the defaults. For example `{}` gives `{ engine: "standalone" }`. */
export function readOptions(options: TargetOptions): TypescriptOptions {
  return { engine: options["engine"] === "ajv" ? "ajv" : "standalone" };
}
