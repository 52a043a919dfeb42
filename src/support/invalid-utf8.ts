import { isUtf8 } from "node:buffer";

/** The offset of the first byte that is not part of UTF-8, or undefined. For example 1 for the bytes `61 ff`. */
export function invalidUtf8At(bytes: Uint8Array): number | undefined {
  if (isUtf8(bytes)) return undefined;
  // What is valid up to some byte is valid up to every character before it, so that halving finds the first fault.
  let valid = 0;
  let end = bytes.length;
  while (end - valid > LONGEST) {
    const middle = (valid + end) >>> 1;
    const boundary = [0, 1, 2, 3].map((back) => middle - back).find((offset) => isUtf8(bytes.subarray(valid, offset)));
    if (boundary === undefined || boundary <= valid) end = middle;
    else valid = boundary;
  }
  return valid + validPrefix(bytes.subarray(valid, end));
}

/** How many bytes the longest character has. */
const LONGEST = 4;

function validPrefix(bytes: Uint8Array): number {
  let length = 0;
  for (let end = 1; end <= bytes.length; end += 1) if (isUtf8(bytes.subarray(0, end))) length = end;
  return length;
}
