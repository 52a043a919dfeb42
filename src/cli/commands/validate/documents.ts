import { type ByteLine, LONGEST_TEXT } from "./byte-lines.js";
import { createJsonPrefix } from "./json-prefix.js";
import { decoded, readJson } from "./read-json.js";

/** One JSON value of an input, or what should be one, and where it stands. */
export interface JsonDocument extends ByteLine {
  /** Whether it is all that the input has. */
  readonly isOnly: boolean;
}

/** Puts the values of an input together from its lines. */
export interface DocumentReader {
  push(line: ByteLine): readonly JsonDocument[];
  end(): readonly JsonDocument[];
  /** Whether the rest of the input cannot be told apart any more. */
  readonly isDone: boolean;
}

/** How many lines after a fault may tell that the input has a value on each line. */
const LINES_LOOKED_AT = 100;
/** A first line that was cut off reads as the start of a value until one of the next two cannot belong to it. */
const LINES_OF_A_CUT = 3;
/** So many lines of one value are kept as one: a value may have millions. */
const LINES_OF_A_BLOCK = 1000;
const ONLY_BRACKETS = /^[\s[\]{}]*$/u;

/**
 * Reads an input that is one value, however many lines it has, or a value on each line. The first line tells, if it is a
 * value for itself. If it is not, it is the start of a longer value until a line cannot go on with it; then what is wrong
 * is the value, or the first line alone, as in a log whose start was cut off: that is so where a line after it is a value.
 */
export function createDocumentReader(): DocumentReader {
  let layout: "unknown" | "alone" | "value" | "searching" | "lines" | "done" = "unknown";
  /** What has been read of a value, joined to blocks, and the lines after it. */
  const blocks: ByteLine[] = [];
  const pending: ByteLine[] = [];
  /** How many of the lines so far are not blank. */
  let filled = 0;
  let size = 0;
  let looked = 0;
  const prefix = createJsonPrefix();

  const whole = (): readonly JsonDocument[] => {
    layout = "done";
    return [{ ...joined([...blocks, ...pending]), isOnly: true }];
  };
  const eachLine = (): readonly JsonDocument[] => {
    layout = "lines";
    return pending
      .splice(0)
      .filter((line) => !isBlank(line))
      .map(onItsLine);
  };
  const search = (line: ByteLine): readonly JsonDocument[] => {
    if (standsAlone(line)) return eachLine();
    looked += 1;
    return looked >= LINES_LOOKED_AT ? whole() : [];
  };
  const goOn = (line: ByteLine): readonly JsonDocument[] => {
    if (prefix.push(decoded(line.bytes)) !== "broken") {
      layout = "value";
      if (filled > LINES_OF_A_CUT && pending.length >= LINES_OF_A_BLOCK) blocks.push(joined(pending.splice(0)));
      return [];
    }
    const [first = line] = pending;
    const isStart = filled > 1 && ONLY_BRACKETS.test(decoded(first.bytes));
    if (isStart || filled > LINES_OF_A_CUT) return whole();
    layout = "searching";
    return filled === 1 ? [] : search(line);
  };
  return {
    get isDone() {
      return layout === "done";
    },
    push(line) {
      if (layout === "done") return [];
      if (isBlank(line) && (filled === 0 || layout === "lines")) return [];
      if (layout === "lines") return [onItsLine(line)];
      pending.push(line);
      size += line.bytes.length + 1;
      if (size > LONGEST_TEXT) return whole();
      if (isBlank(line)) return [];
      filled += 1;
      // A lone value is called by its file: a first line that is one waits for a second.
      if (layout === "alone") return eachLine();
      if (layout === "searching") return search(line);
      if (filled > 1 || !standsAlone(line)) return goOn(line);
      layout = "alone";
      return [];
    },
    end: () => (layout === "lines" || layout === "done" ? [] : whole()),
  };
}

function onItsLine(line: ByteLine): JsonDocument {
  return { ...line, isOnly: false };
}

/** Whether a line is a value that starts where the line does. What stands farther right belongs to something. */
function standsAlone(line: ByteLine): boolean {
  if (line.isTooLong) return true;
  const read = readJson(line.bytes);
  return (read.kind === "value" && !/^\s/u.test(read.text)) || read.kind === "too-deep";
}

function isBlank({ bytes, isTooLong }: ByteLine): boolean {
  if (isTooLong) return false;
  const first = bytes.find((byte) => byte !== 0x20 && byte !== 0x09 && byte !== 0x0d);
  return first === undefined || (first === BYTE_ORDER_MARK && decoded(bytes).trim() === "");
}

const BYTE_ORDER_MARK = 0xef;

function joined(lines: readonly ByteLine[]): ByteLine {
  const [first = { bytes: new Uint8Array(), linesBefore: 0, offset: 0, isTooLong: false }, second] = lines;
  if (second === undefined) return first;
  const size = lines.reduce((sum, { bytes }) => sum + bytes.length + 1, -1);
  if (size > LONGEST_TEXT || lines.some(({ isTooLong }) => isTooLong)) {
    return { ...first, bytes: new Uint8Array(), isTooLong: true };
  }
  const lineFeed = Buffer.from("\n");
  return { ...first, bytes: Buffer.concat(lines.flatMap(({ bytes }, at) => (at === 0 ? [bytes] : [lineFeed, bytes]))) };
}
