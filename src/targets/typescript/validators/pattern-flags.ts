/** How a pattern compiles: with `u`, as draft-07 wants it; without where it is only valid so; or why it does not at all. */
export type PatternReading = { readonly flags: "u" | "" } | { readonly reason: string };

/** Reads a pattern as a regular expression. For example `\d-\z` is none with `u` and one without. */
export function readPattern(pattern: string): PatternReading {
  const strict = tryFlags(pattern, "u");
  return strict === undefined
    ? { flags: "u" }
    : tryFlags(pattern, "") === undefined
      ? { flags: "" }
      : { reason: strict };
}

function tryFlags(pattern: string, flags: string): string | undefined {
  try {
    RegExp(pattern, flags);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
