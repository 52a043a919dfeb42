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
    foundation: Type.Boolean({
      default: false,
      description: "Whether any JSON converts from and to Foundation's `Any`, as `JSONSerialization` has it.",
    }),
    naming: Type.Union([Type.Literal("wire"), Type.Literal("camelCase")], {
      default: "wire",
      description: "Properties as on the wire, or in lowerCamelCase: `field_name` is `fieldName`.",
    }),
    properties: Type.Union([Type.Literal("let"), Type.Literal("var")], {
      default: "let",
      description: "Whether the properties of a value can be changed. With `var`, models take longer to compile.",
    }),
  },
  { additionalProperties: false },
);

/** The options with their defaults. */
export type SwiftOptions = Readonly<Static<typeof swiftOptions>>;
