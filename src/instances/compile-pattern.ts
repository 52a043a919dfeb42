/** The regular expression of a `pattern`, read as AJV reads it; undefined for one that no engine reads. */
export function compilePattern(pattern: string): RegExp | undefined {
  return tryCompile(pattern, "u") ?? tryCompile(pattern, "");
}

function tryCompile(pattern: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(pattern, flags);
  } catch {
    return undefined;
  }
}
