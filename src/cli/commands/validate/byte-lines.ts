/** One line of an input, without its line feed. */
export interface ByteLine {
  readonly bytes: Uint8Array;
  /** How many lines come before it. */
  readonly linesBefore: number;
  /** Where in the input its first byte stands, from 0. */
  readonly offset: number;
  /** Whether it was too long to be kept; then it has no bytes. */
  readonly isTooLong: boolean;
}

/** Cuts chunks of bytes into lines. */
export interface LineCutter {
  /** The lines that a chunk ends. */
  push(chunk: Uint8Array): readonly ByteLine[];
  /** What stands behind the last line feed. */
  end(): ByteLine;
}

/**
 * How long a line, or a value of several lines, may be, in bytes. Beyond some 512 million characters there is no string
 * to hold it; the value that is made of it is several times as large.
 */
export const LONGEST_TEXT = 256 * 1024 * 1024;

const LINE_FEED = 0x0a;

/** Makes a cutter that holds no more than the line that has not ended yet. */
export function createLineCutter(): LineCutter {
  let parts: Uint8Array[] = [];
  let length = 0;
  let linesBefore = 0;
  let offset = 0;
  const add = (part: Uint8Array): void => {
    length += part.length;
    if (length > LONGEST_TEXT) parts = [];
    else if (part.length > 0) parts.push(part);
  };
  const take = (): ByteLine => {
    const [first = new Uint8Array(), second] = parts;
    const bytes = second === undefined ? first : Buffer.concat(parts);
    const line = { bytes, linesBefore, offset, isTooLong: length > LONGEST_TEXT };
    linesBefore += 1;
    offset += length + 1;
    parts = [];
    length = 0;
    return line;
  };
  return {
    push(chunk) {
      const lines: ByteLine[] = [];
      let start = 0;
      for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, start)) {
        add(chunk.subarray(start, end));
        lines.push(take());
        start = end + 1;
      }
      add(chunk.subarray(start));
      return lines;
    },
    end: take,
  };
}
