import { splitWords } from "../../support/split-words.js";

/** The words of a text, each with a capital. For example `next-heartbeat` → `NextHeartbeat`, `agentId` → `AgentId`. */
export function pascalCase(text: string): string {
  return splitWords(text)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join("");
}
