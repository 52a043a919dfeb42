/** One change to a file's text. For example an insertion: `{ file: "schema.ts", start: 120, end: 120, text: "discriminator" }`. */
export interface TextEdit {
  /** Absolute. */
  readonly file: string;
  /** Offsets in UTF-16 code units; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}
