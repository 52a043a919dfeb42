import type { HelperName } from "./helpers.js";

/** The formats that validators check, each with the helper of the runtime that checks it. */
const FORMATS: ReadonlyMap<string, HelperName> = new Map<string, HelperName>([
  ["date-time", "formatDateTime"],
  ["date", "formatDate"],
  ["time", "formatTime"],
  ["duration", "formatDuration"],
  ["email", "formatEmail"],
  ["idn-email", "formatIdnEmail"],
  ["hostname", "formatHostname"],
  ["idn-hostname", "formatIdnHostname"],
  ["ipv4", "formatIpv4"],
  ["ipv6", "formatIpv6"],
  ["uri", "formatUri"],
  ["uri-reference", "formatUriReference"],
  ["iri", "formatIri"],
  ["iri-reference", "formatIriReference"],
  ["uri-template", "formatUriTemplate"],
  ["uuid", "formatUuid"],
  ["json-pointer", "formatJsonPointer"],
  ["relative-json-pointer", "formatRelativeJsonPointer"],
  ["regex", "formatRegex"],
]);

/** Whether validators check a format. */
export function isKnownFormat(format: string): boolean {
  return FORMATS.has(format);
}

/** The helper that checks a known format. For example `formatDateTime`. */
export function formatHelper(format: string): HelperName | undefined {
  return FORMATS.get(format);
}
