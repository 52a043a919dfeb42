import { compileRegex, type Matcher } from "./regex/compile-regex.js";

/** How a pattern compiles: with `u`, as draft-07 wants it; without where it is only valid so; or why it does not at all. */
export type PatternReading = { readonly flags: "u" | "" } | { readonly reason: string };

/** Reads a pattern as a regular expression, as AJV does. For example `\d-\z` is none with `u` and one without. */
export function readPattern(pattern: string): PatternReading {
  if (compileFault(pattern, "u") === undefined) return { flags: "u" };
  const reason = compileFault(pattern, "");
  return reason === undefined ? { flags: "" } : { reason };
}

/**
 * What tells whether a text matches a pattern, in the same bounded time on every machine; undefined for a pattern that no
 * engine reads, and for one that only an engine without such a bound can follow, which is never run.
 */
export function compilePattern(pattern: string): Matcher | undefined {
  const reading = readPattern(pattern);
  return "flags" in reading ? compileRegex(pattern, reading.flags) : undefined;
}

function compileFault(pattern: string, flags: string): string | undefined {
  try {
    RegExp(pattern, flags);
    return undefined;
  } catch (error) {
    // Engines put the expression itself before the reason, each in its own way.
    return error instanceof Error ? error.message.replace(/^.*\/[a-z]*: /su, "") : String(error);
  }
}
