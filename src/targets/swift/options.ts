import { Type } from "@sinclair/typebox";
import type { DeclarationId } from "../../ir/types.js";
import type { TargetOptions } from "../target.js";

/** The Swift target's options as the config states them. */
export const swiftOptionsSchema = Type.Object(
  {
    access: Type.Optional(
      Type.Union([Type.Literal("public"), Type.Literal("package"), Type.Literal("internal")], {
        description: "The access level of everything generated. Default: public.",
      }),
    ),
    closed: Type.Optional(
      Type.Array(Type.String(), {
        description: "Ids of enums and unions that refuse values they do not know instead of keeping them.",
      }),
    ),
    errorCode: Type.Optional(Type.String({ minLength: 1, description: "The error codes' enum. Default: ErrorCode." })),
    files: Type.Optional(
      Type.Union([Type.Literal("single"), Type.Literal("by-area")], {
        description: "One file, or a folder with a file per area. Default: single.",
      }),
    ),
    versionConstant: Type.Optional(
      Type.String({ minLength: 1, description: "The version's constant. Default: GATEWAY_PROTOCOL_VERSION." }),
    ),
  },
  { additionalProperties: false },
);

/** The options with every default filled in. */
export interface SwiftOptions {
  /** What stands before a declaration: `public `, `package ` or nothing. */
  readonly access: string;
  readonly closed: ReadonlySet<DeclarationId>;
  readonly errorCode: string;
  readonly files: "single" | "by-area";
  readonly versionConstant: string;
}

/** Fills in the defaults. The options are valid against `swiftOptionsSchema`. */
export function readSwiftOptions(options: TargetOptions): SwiftOptions {
  const access = textOption(options, "access", "public");
  const closed = options["closed"];
  return {
    access: access === "internal" ? "" : `${access} `,
    closed: new Set(Array.isArray(closed) ? closed.map(String) : []),
    errorCode: textOption(options, "errorCode", "ErrorCode"),
    files: options["files"] === "by-area" ? "by-area" : "single",
    versionConstant: textOption(options, "versionConstant", "GATEWAY_PROTOCOL_VERSION"),
  };
}

function textOption(options: TargetOptions, name: string, fallback: string): string {
  const value = options[name];
  return typeof value === "string" ? value : fallback;
}
