/** Whether a path is one that an entry of the config means: `*` stands for any text, the rest for itself. For example `Cron*.id`. */
export function matchesPath(pattern: string, path: string): boolean {
  const parts = pattern.split("*").map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`));
  return new RegExp(`^${parts.join(".*")}$`, "su").test(path);
}
