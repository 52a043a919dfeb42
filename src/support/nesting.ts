/** How deep objects and arrays may stand in each other: deeper values are for nobody, and exhaust a reader's stack. */
export const MAX_NESTING = 128;

/**
 * How deep the objects and arrays of one schema may stand in each other, references apart: twice what values may, since
 * a level of a value takes two of its schema. Languages have no types for more, and compilers no patience.
 */
export const MAX_SCHEMA_NESTING = 512;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/**
 * Where a JSON text nests deeper than it may: the offset of the first bracket that is too many, or undefined. It looks
 * at the bytes before anybody parses them, because parsers call themselves for each level.
 */
export function tooDeepAt(json: Uint8Array): number | undefined {
  let depth = 0;
  let isString = false;
  for (let index = 0; index < json.length; index += 1) {
    const byte = json[index];
    if (isString) {
      if (byte === BACKSLASH) index += 1;
      else if (byte === QUOTE) isString = false;
    } else if (byte === QUOTE) isString = true;
    else if (isOpening(byte) && (depth += 1) > MAX_NESTING) return index;
    else if (isClosing(byte)) depth -= 1;
  }
  return undefined;
}

function isOpening(byte: number | undefined): boolean {
  return byte === 0x7b || byte === 0x5b;
}

function isClosing(byte: number | undefined): boolean {
  return byte === 0x7d || byte === 0x5d;
}
