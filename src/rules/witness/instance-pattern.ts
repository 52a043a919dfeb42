/**
 * A pattern of the places in an instance that a JSON pointer into a schema speaks of, and of what is inside them.
 * For example `/properties/jobs/items/properties/id` gives `^/jobs/\\d+/id(?:/|$)`.
 */
export function instancePattern(pointer: string): RegExp {
  const tokens = pointer.split("/").slice(1);
  const steps: string[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const [keyword, next] = [tokens[index], tokens[index + 1]];
    if (keyword === "properties" && next !== undefined)
      steps.push(next.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
    else if (keyword === "items" || keyword === "additionalItems") steps.push(String.raw`\d+`);
    else if (keyword === "additionalProperties" || keyword === "patternProperties") steps.push("[^/]*");
    if (hasArgument(keyword, next)) index += 1;
  }
  return new RegExp(`^${steps.map((step) => `/${step}`).join("")}(?:/|$)`, "u");
}

/** Whether the token after a keyword belongs to it: a name, or the place in a list. */
function hasArgument(keyword: string | undefined, next: string | undefined): boolean {
  if (keyword === "properties" || keyword === "patternProperties") return true;
  return /^\d+$/.test(next ?? "") && ["anyOf", "oneOf", "allOf", "items"].includes(keyword ?? "");
}
