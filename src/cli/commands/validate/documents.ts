import { parseJson } from "../../../support/parse-json.js";

/** One JSON value of a file, and where its text stands. */
export interface JsonDocument {
  readonly text: string;
  /** How many lines of the file come before the text. */
  readonly linesBefore: number;
  readonly parsed: ReturnType<typeof parseJson>;
}

/**
 * The JSON values of a text: the text as a whole, or, where it is not one value, each of its lines. A text whose first
 * line is no value by itself is taken as a whole, so that what is wrong with it is found where it is.
 */
export function jsonDocuments(text: string): readonly JsonDocument[] {
  const content = text.startsWith("\uFEFF") ? text.slice(1) : text;
  const whole = { text: content, linesBefore: 0, parsed: parseJson(content) };
  if (whole.parsed.ok) return [whole];
  const lines = content
    .split(/\r?\n/u)
    .map((line, index) => ({ text: line, linesBefore: index }))
    .filter((line) => line.text.trim() !== "");
  const [first, second] = lines;
  if (first === undefined || second === undefined || !parseJson(first.text).ok) return [whole];
  return lines.map((line) => ({ ...line, parsed: parseJson(line.text) }));
}
