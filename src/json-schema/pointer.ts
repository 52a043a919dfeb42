import { isJsonArray, isJsonObject, type JsonValue } from "../support/json.js";

/** A token as a JSON pointer has it. For example `a/b` is `a~1b`. */
export function escapeToken(token: string): string {
  return token.replaceAll("~", "~0").replaceAll("/", "~1");
}

/** What an escaped token stands for. For example `a~1b` is `a/b`. */
export function unescapeToken(token: string): string {
  return token.replaceAll("~1", "/").replaceAll("~0", "~");
}

/** The tokens as a JSON pointer. For example `["properties", "a/b"]` gives `/properties/a~1b`. */
export function toPointer(tokens: readonly string[]): string {
  return tokens.map((token) => `/${escapeToken(token)}`).join("");
}

/** The tokens of a JSON pointer. For example `/properties/a~1b` gives `["properties", "a/b"]`. */
export function fromPointer(pointer: string): readonly string[] {
  return pointer.split("/").slice(1).map(unescapeToken);
}

/**
 * The tokens of a pointer in a URI fragment, percent escapes read token by token as AJV does: `%2F` is a slash inside a
 * token. For example `/definitions/%C3%84st` gives `["definitions", "Äst"]`.
 */
export function fromFragment(fragment: string): readonly string[] {
  return fragment
    .split("/")
    .slice(1)
    .map((token) => unescapeToken(decodeFragment(token)));
}

/** A token inside a URI fragment. A lone surrogate has no form there and stays as it is. */
export function fragmentToken(token: string): string {
  return escapeToken(token).replaceAll(/[^\p{Surrogate}]+/gu, (text) => encodeURI(text).replaceAll("#", "%23"));
}

/** A percent sign that starts no escape is one that the author meant. */
export function decodeFragment(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** What stands below a value, or undefined where nothing does. */
export function valueAt(value: JsonValue | undefined, tokens: readonly string[]): JsonValue | undefined {
  let found = value;
  for (const token of tokens) {
    if (isJsonArray(found)) found = found[Number(token)];
    else if (isJsonObject(found) && Object.hasOwn(found, token)) found = found[token];
    else return undefined;
  }
  return found;
}
