const WORD = /\p{Lu}+(?=\p{Lu}\p{Ll})|\p{Lu}?\p{Ll}+|\p{Lu}+|\p{N}+|[\p{L}\p{M}]+/gu;

/**
 * Splits any text into the words of an identifier, case kept.
 * For example `next-heartbeat` → `next heartbeat`, `HTTPServerId` → `HTTP Server Id`, `chat.send2` → `chat send 2`.
 */
export function splitWords(text: string): readonly string[] {
  return text.match(WORD) ?? [];
}
