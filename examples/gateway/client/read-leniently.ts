import type { ValidationError } from "../../../generated/gateway/typescript/validators.js";
import { pointerKeys, removeAt, setAt, valueAt } from "./json-pointer.js";

/** What a newer peer says that this side does not know. */
export interface Drift {
  /** `property`: a key, left out. `value`: an enum's value, kept. `variant`: an element of a list, left out. */
  readonly kind: "property" | "value" | "variant";
  /** A JSON pointer. For example `/channels/loopback/region`. */
  readonly path: string;
}

/** What a validator says. */
export type Validated<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly errors: readonly ValidationError[] };

/** A value that could be read, and what of it is newer than this side; or why it could not. */
export type Reading<T> =
  | { readonly ok: true; readonly value: T; readonly drift: readonly Drift[] }
  | { readonly ok: false; readonly errors: readonly ValidationError[] };

/** A value that stands in for one that is not known, while the rest is validated. */
interface StandIn {
  readonly keys: readonly string[];
  readonly original: string;
}

const MAX_DRIFT = 1000;

/**
 * Reads what a newer peer may have sent. Closed objects and enums hold for what this side sends; of what it receives,
 * keys that it does not know are left out, values of enums that it does not know are kept as they came, and variants
 * that it does not know are left out of lists. Everything else has to be valid.
 */
export function readLeniently<T>(value: unknown, validate: (candidate: unknown) => Validated<T>): Reading<T> {
  const strict = validate(value);
  if (strict.ok) return { ...strict, drift: [] };
  const candidate: unknown = structuredClone(value);
  let drift: readonly Drift[] = [];
  const standIns: StandIn[] = [];
  let latest: Validated<T> = strict;
  while (!latest.ok) {
    const found = accommodate(candidate, latest.errors[0], standIns);
    if (found === undefined || drift.length === MAX_DRIFT) return { ok: false, errors: strict.errors };
    // Of what is left out as a whole nothing else has to be said.
    drift = [...drift.filter(({ path }) => !path.startsWith(`${found.path}/`)), found];
    latest = validate(candidate);
  }
  for (const { keys, original } of standIns) setAt(candidate, keys, original);
  return { ...latest, drift };
}

/** Changes the candidate so that it no longer has a fault that a newer peer explains; undefined where none does. */
function accommodate(candidate: unknown, error: ValidationError | undefined, standIns: StandIn[]): Drift | undefined {
  if (error === undefined) return undefined;
  const { instancePath, keyword, params } = error;
  const keys = pointerKeys(instancePath);
  const extra = params["additionalProperty"];
  if (keyword === "additionalProperties" && typeof extra === "string") {
    return removeAt(candidate, [...keys, extra]) ? { kind: "property", path: `${instancePath}/${extra}` } : undefined;
  }
  const [allowed] = [params["allowedValues"] ?? params["allowedValue"]].flat();
  const original = valueAt(candidate, keys);
  const isStandIn = standIns.some((other) => samePath(other.keys, keys));
  if (typeof allowed === "string" && typeof original === "string" && keys.length > 0 && !isStandIn) {
    standIns.push({ keys, original });
    setAt(candidate, keys, allowed);
    return { kind: "value", path: instancePath };
  }
  return dropVariant(candidate, keys, standIns);
}

/** A fault beside a tag that was stood in for: the variant is not known. It can only be left out of a list. */
function dropVariant(candidate: unknown, faulty: readonly string[], standIns: StandIn[]): Drift | undefined {
  const index = standIns.findLastIndex(({ keys }) => samePath(keys.slice(0, -1), faulty.slice(0, keys.length - 1)));
  const element = standIns[index]?.keys.slice(0, -1);
  if (element === undefined || !Array.isArray(valueAt(candidate, element.slice(0, -1)))) return undefined;
  standIns.splice(index, 1);
  return removeAt(candidate, element) ? { kind: "variant", path: `/${element.join("/")}` } : undefined;
}

function samePath(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((key, index) => key === right[index]);
}
