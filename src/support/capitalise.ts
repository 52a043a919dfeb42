/** A text with its first character in upper case. For example `agentId` → `AgentId`. */
export function capitalise(text: string): string {
  const [first = ""] = text;
  return first.toUpperCase() + text.slice(first.length);
}
