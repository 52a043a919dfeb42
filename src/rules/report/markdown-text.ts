/** Text as it is, whatever it holds: nothing in it is markup, a mention or a link. */
export function escapeMarkdown(text: string): string {
  return text
    .replaceAll(/[\\`*_{}[\]<>#|~]/g, String.raw`\$&`)
    .replaceAll(/[\r\n]+/g, " ")
    .replaceAll("@", "@\u200b");
}

/** Text as code, fenced by more backquotes than it holds. */
export function code(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  const space = text.startsWith("`") || text.endsWith("`") ? " " : "";
  return `${fence}${space}${text.replaceAll(/[\r\n]+/g, " ")}${space}${fence}`;
}
