/**
 * A Swift string literal that says exactly `text`, whatever is in it. Whatever cannot be seen is
 * escaped, so that nothing in it can end the literal, interpolate, or turn the reading direction. Half a surrogate pair,
 * which no Swift string can hold, is U+FFFD, as it is to the runtime's reader.
 * For example `say "hi"` → `"say \"hi\""`, `\(x)` → `"\\(x)"`.
 */
export function swiftStringLiteral(text: string): string {
  return `"${[...text.replace(/\p{Cs}/gu, "\uFFFD")].map(escapeCharacter).join("")}"`;
}

/** A Swift number literal, grouped as swift-format wants it. For example `-1` → `-1`, `1000000` → `1_000_000`. */
export function swiftNumberLiteral(value: number): string {
  if (Object.is(value, -0)) return "-0.0";
  const text = String(value);
  return /^-?\d{7,}$/.test(text) ? text.replace(/\B(?=(\d{3})+$)/g, "_") : text;
}

/** A literal for one JSON constant. For example `"req"`, `3`, `true`. */
export function swiftLiteral(value: string | number | boolean): string {
  if (typeof value === "string") return swiftStringLiteral(value);
  return typeof value === "number" ? swiftNumberLiteral(value) : String(value);
}

function escapeCharacter(character: string): string {
  switch (character) {
    case '"':
      return '\\"';
    case "\\":
      return "\\\\";
    case "\n":
      return "\\n";
    case "\r":
      return "\\r";
    case "\t":
      return "\\t";
    default:
      return isPlain(character) ? character : `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`;
  }
}

/** Visible and standing for itself: no control, format, separator or combining characters, no unassigned ones. */
function isPlain(character: string): boolean {
  return character === " " || /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(character);
}
