/** How a rule counts: not at all, as a warning, or as an error that fails the command. */
export type LintLevel = "off" | "warn" | "error";
