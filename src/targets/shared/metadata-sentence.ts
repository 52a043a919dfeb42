import type { JsonObject } from "../../support/json.js";
import { capitalise } from "../../support/capitalise.js";
import { splitWords } from "../../support/split-words.js";

const SAID_ELSEWHERE: ReadonlySet<string> = new Set(["description", "deprecated", "params", "result", "payload"]);

/** What else the registry says of a method or an event, as one line. For example `Scope: operator.read. Since: 3.` */
export function metadataSentence(metadata: JsonObject): string | undefined {
  const facts = Object.entries(metadata).flatMap(([key, value]) =>
    SAID_ELSEWHERE.has(key) || value === null || typeof value === "object" ? [] : [`${asWords(key)}: ${value}.`],
  );
  return facts.length === 0 ? undefined : facts.join(" ");
}

/** For example `rateLimit` → `Rate limit`. */
function asWords(key: string): string {
  return capitalise(splitWords(key).join(" ").toLowerCase());
}
