/** Valid text for the formats of draft-07 and the ones that `ajv-formats` adds. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  uuid: [
    "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
    "00000000-0000-0000-0000-000000000000",
    "F47AC10B-58CC-4372-A567-0E02B2C3D479",
  ],
  "date-time": ["2026-01-31T23:59:59Z", "1999-12-31T00:00:00.123+05:30", "2024-02-29T12:00:00-08:00"],
  date: ["2026-01-31", "2024-02-29", "1970-01-01"],
  time: ["23:59:59Z", "00:00:00.5+01:00"],
  duration: ["P1D", "PT15M", "P1Y2M3DT4H5M6S"],
  email: ["a@example.org", "first.last+tag@sub.example.org"],
  hostname: ["example.org", "localhost", "a-b.example.org"],
  ipv4: ["127.0.0.1", "255.255.255.255"],
  ipv6: ["::1", "2001:db8::ff00:42:8329"],
  uri: ["https://example.org/a?b=c#d", "urn:isbn:0451450523"],
  url: ["https://example.org/a?b=c"],
  "uri-reference": ["../a/b?c", "https://example.org", "#fragment"],
  "uri-template": ["https://example.org/{id}"],
  "json-pointer": ["", "/a/b", "/a~1b/0"],
  "relative-json-pointer": ["0", "1/a"],
  regex: ["^[a-z]+$", "\\d"],
  byte: ["aGk=", ""],
};

/** Text that a format accepts; empty for a format that is not known. For example `formatValues("date")`. */
export function formatValues(format: string): readonly string[] {
  return Object.hasOwn(VALUES, format) ? (VALUES[format] ?? []) : [];
}
