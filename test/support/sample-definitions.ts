import type { JsonObject } from "../../src/support/json.js";
import { publishedDocument } from "./load-sample.js";

/** Definitions of the published protocol, up to a length of their JSON. None refers to another. */
export function sampleDefinitions(largest: number): readonly JsonObject[] {
  const text = JSON.stringify(publishedDocument().definitions);
  const definitions: Readonly<Record<string, JsonObject>> = JSON.parse(text);
  return Object.values(definitions).filter((schema) => JSON.stringify(schema).length <= largest);
}
