import { type Static, Type } from "@sinclair/typebox";

/** What the config can say about the Swift models. */
export const swiftOptions = Type.Object(
  {
    access: Type.Union([Type.Literal("public"), Type.Literal("package"), Type.Literal("internal")], {
      default: "public",
      description: "The access level of everything generated.",
    }),
    closed: Type.Array(Type.String(), {
      default: [],
      description: "Ids of enums and unions that refuse values they do not know instead of keeping them.",
    }),
    files: Type.Union([Type.Literal("single"), Type.Literal("by-area")], {
      default: "single",
      description: "One file, or a folder with a file per area.",
    }),
  },
  { additionalProperties: false },
);

/** The options with their defaults. */
export type SwiftOptions = Readonly<Static<typeof swiftOptions>>;
