import type { JsonObject } from "../../support/json.js";
import type { Deprecation } from "../types.js";

/** A schema's documentation: its description, else its title. */
export function docOf(schema: JsonObject): string | undefined {
  const text = schema["description"] ?? schema["title"];
  return typeof text === "string" && text.trim() !== "" ? text : undefined;
}

/** `deprecated: true`, or `deprecated: "why"`, which gives the reason too. */
export function deprecationOf(schema: JsonObject): Deprecation | undefined {
  const { deprecated } = schema;
  if (typeof deprecated === "string") return { reason: deprecated };
  return deprecated === true ? { reason: undefined } : undefined;
}
