/** The formats that validators check, each with the helper that checks it and the type that it speaks of. */
const FORMATS: ReadonlyMap<string, FormatCheck> = new Map(
  [
    "date-time",
    "date",
    "time",
    "duration",
    "email",
    "idn-email",
    "hostname",
    "idn-hostname",
    "ipv4",
    "ipv6",
    "uri",
    "uri-reference",
    "iri",
    "iri-reference",
    "uri-template",
    "uuid",
    "json-pointer",
    "relative-json-pointer",
    "regex",
  ].map((format) => [format, { helper: helperName(format) }]),
);

/** How a format is checked. For example `{ helper: "formatDateTime" }`. */
export interface FormatCheck {
  readonly helper: string;
}

/** Whether validators check a format. */
export function isKnownFormat(format: string): boolean {
  return FORMATS.has(format);
}

/** How a known format is checked. */
export function formatCheck(format: string): FormatCheck | undefined {
  return FORMATS.get(format);
}

function helperName(format: string): string {
  const words = format.split("-").map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return `format${words.join("")}`;
}
