const UNSAFE = /\p{Cc}|[\u2028\u2029\ufeff]|\p{Surrogate}/gu;
const IDENTIFIER = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;
const ASTRAL = /[\u{10000}-\u{10ffff}]/u;

/** A string as TypeScript source, in the quotes that need fewer escapes. For example `"chat.send"` or `'say "hi"'`. */
export function stringLiteral(text: string): string {
  const doubles = text.split('"').length;
  const quote = doubles > text.split("'").length ? "'" : '"';
  const escaped = text.replaceAll("\\", "\\\\").replaceAll(quote, `\\${quote}`);
  return `${quote}${escaped.replace(UNSAFE, escapeCharacter)}${quote}`;
}

/** A number as TypeScript source, the way Prettier writes it. For example `1e21`. */
export function numberLiteral(value: number): string {
  return String(value).replace("+", "");
}

/** A constant as a literal type. */
export function literal(value: string | number | boolean): string {
  if (typeof value === "string") return stringLiteral(value);
  return typeof value === "number" ? numberLiteral(value) : String(value);
}

/** A key of an interface: quoted unless it is an identifier. For example `agentId` or `"x-trace"`. */
export function propertyKey(name: string): string {
  return isIdentifier(name) ? name : stringLiteral(name);
}

/** A key of an object literal, where `__proto__` alone would set the prototype. */
export function memberKey(name: string): string {
  return name === "__proto__" ? '["__proto__"]' : propertyKey(name);
}

/** Whether a text can be written as a name. Characters beyond the basic plane are left out: older parsers refuse them. */
export function isIdentifier(text: string): boolean {
  return IDENTIFIER.test(text) && !ASTRAL.test(text);
}

function escapeCharacter(character: string): string {
  const names: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };
  return names[character] ?? `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`;
}
