/** Helpers of the runtime (`templates/typescript/partials/validators-*.hbs`), each with those that it calls. */
const HELPERS = {
  record: [],
  owns: ["record"],
  whole: [],
  finite: [],
  atLeast: ["codePoints"],
  atMost: ["codePoints"],
  codePoints: [],
  multiple: ["decimal"],
  decimal: [],
  equal: [],
  twin: ["canonical"],
  canonical: ["limit"],
  limit: [],
  limited: ["limit"],
  answering: ["limit"],
  answeringRule: ["answering", "at"],
  at: [],
  wrongType: [],
  notConstant: [],
  notListed: [],
  wrongSize: [],
  outside: [],
  notMultiple: [],
  mismatch: [],
  wrongFormat: [],
  missing: ["owns"],
  missingDependency: ["owns"],
  unknownKey: ["nearestKey"],
  nearestKey: [],
  wrongNames: [],
  rules: [],
  no: [],
  fresh: [],
  shape: ["no", "at", "unknownKey", "rules", "record", "wrongType", "missing", "values"],
  values: ["rules", "at", "record", "unknownKey", "fresh"],
  strangers: ["rules", "unknownKey", "record"],
  others: ["rules", "at", "record", "fresh"],
  matching: ["at", "record", "fresh"],
  items: ["fresh"],
  notContained: [],
  tooManyItems: [],
  repeated: ["twin", "equal"],
  forbidden: [],
  excluded: [],
  several: [],
  ambiguous: [],
  nearest: [],
  formatDateTime: ["formatDate", "formatTime"],
  formatDate: [],
  formatTime: [],
  formatDuration: [],
  formatEmail: ["formatMailHost"],
  formatIdnEmail: ["formatMailHost", "formatIdnHostname"],
  formatMailHost: ["formatHostname", "formatIpv4", "formatIpv6"],
  formatHostname: [],
  formatIdnHostname: [],
  formatIpv4: [],
  formatIpv6: ["formatIpv4"],
  formatUri: ["uriPattern"],
  formatUriReference: ["uriPattern"],
  formatIri: ["uriPattern"],
  formatIriReference: ["uriPattern"],
  uriPattern: ["formatIpv6"],
  formatUriTemplate: [],
  formatUuid: [],
  formatJsonPointer: [],
  formatRelativeJsonPointer: [],
  formatRegex: [],
} as const;

/** The name of a helper. For example `record`. */
export type HelperName = keyof typeof HELPERS;

const CALLS: ReadonlyMap<string, readonly HelperName[]> = new Map<string, readonly HelperName[]>(
  Object.entries(HELPERS),
);

/** The names of all helpers. */
export const HELPER_NAMES: readonly string[] = [...CALLS.keys()];

/** The helpers that are asked for with all that they call. */
export function withDependencies(wanted: ReadonlySet<HelperName>): ReadonlySet<string> {
  const all = new Set<string>();
  const add = (name: HelperName): void => {
    if (all.has(name)) return;
    all.add(name);
    CALLS.get(name)?.forEach(add);
  };
  wanted.forEach(add);
  return all;
}
