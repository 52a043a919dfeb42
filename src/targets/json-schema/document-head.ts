import type { Protocol } from "../../ir/types.js";
import type { JsonValue } from "../../support/json.js";
import { frameKeywords } from "./frame-keywords.js";
import type { JsonSchemaOptions } from "./options.js";
import { surfaceKeywords } from "./surface-keywords.js";

/** The document's root keywords before `definitions`, in order. What the protocol does not have is left out. */
export function documentHead(
  protocol: Protocol,
  options: JsonSchemaOptions,
): readonly (readonly [string, JsonValue])[] {
  const head: Readonly<Record<string, JsonValue | undefined>> = {
    $schema: "http://json-schema.org/draft-07/schema#",
    $id: protocol.id,
    title: protocol.title,
    description: protocol.description,
    ...frameKeywords(protocol),
    ...(options.surface ? surfaceKeywords(protocol) : {}),
  };
  return Object.entries(head).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const]));
}
