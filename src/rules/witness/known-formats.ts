/** The formats that validators look at. */
export interface KnownFormats {
  readonly isKnown: (format: string) => boolean;
  /** Whether a text has a format; one that is not known has every text. */
  readonly hasFormat: (format: string, text: string) => boolean;
}

/** Loads the formats of AJV, which costs time that only a comparison with changes has to spend. */
export async function knownFormats(): Promise<KnownFormats> {
  const { fullFormats } = (await import("ajv-formats/dist/formats.js")).default;
  const formats = new Map<string, unknown>(Object.entries(fullFormats));
  return {
    isKnown: (format) => formats.has(format),
    hasFormat: (format, text) => holds(formats.get(format), text),
  };
}

/** A format is a pattern, a test, or an object that has one; one of numbers says nothing of texts. */
function holds(format: unknown, text: string): boolean {
  if (format instanceof RegExp) return new RegExp(format.source, format.flags).test(text);
  if (typeof format === "function") return format(text) === true;
  if (typeof format !== "object" || format === null) return true;
  const isOfNumbers = "type" in format && format.type === "number";
  return isOfNumbers || !("validate" in format) || holds(format.validate, text);
}
