import { createHash } from "node:crypto";

/** Texts are handed to the hash in pieces of about this length: a call for each would take longer than hashing. */
const PIECE = 65_536;

/**
 * A digest of a value with everything that can be seen of it: the order of keys, hidden and symbol keys, and which parts
 * are one and the same object. A function counts by its identity alone. Undefined where the value holds an instance of a
 * class, of which nobody can tell what is inside. For example `valueDigest({ a: shared, b: shared })`.
 */
export function valueDigest(value: unknown): string | undefined {
  const hash = createHash("sha256");
  const numbers = new Map<object, number>();
  let piece = "";
  let isPlain = true;

  const put = (token: string): void => {
    piece += token;
    if (piece.length < PIECE) return;
    hash.update(piece);
    piece = "";
  };
  /** Writes the number of something that was met before, or gives it one. */
  const isRepeated = (met: object): boolean => {
    const number = numbers.get(met);
    if (number === undefined) numbers.set(met, numbers.size);
    else put(`#${number};`);
    return number !== undefined;
  };
  const visitObject = (object: object): void => {
    if (isRepeated(object)) return;
    if (Array.isArray(object)) {
      put(`[${object.length};`);
      object.forEach(visit);
      return;
    }
    isPlain &&= isPlainObject(object);
    const keys = Reflect.ownKeys(object);
    const shown = Object.keys(object);
    put(`{${keys.length},${shown.length};`);
    for (const key of shown) visitEntry(object, key);
    if (keys.length === shown.length) return;
    const isShown = new Set<PropertyKey>(shown);
    for (const key of keys) if (!isShown.has(key)) visitEntry(object, key);
  };
  const visitEntry = (object: object, key: string | symbol): void => {
    put(typeof key === "string" ? `${key.length}:${key}` : `@${textOf(key.description)}`);
    visit(Reflect.get(object, key));
  };
  const visit = (part: unknown): void => {
    if (typeof part === "string") put(`"${part.length}:${part}`);
    else if (typeof part === "object" && part !== null) visitObject(part);
    else if (typeof part === "function") put(isRepeated(part) ? "f" : "F");
    else put(`${typeof part} ${textOf(part)}`);
  };

  visit(value);
  return isPlain ? hash.update(piece).digest("hex") : undefined;
}

function textOf(value: unknown): string {
  const text = Object.is(value, -0) ? "-0" : String(value);
  return `${text.length}:${text}`;
}

/** Also one of another realm: what its prototype inherits from is nothing. */
function isPlainObject(object: object): boolean {
  const prototype: unknown = Reflect.getPrototypeOf(object);
  return typeof prototype !== "object" || prototype === null || Reflect.getPrototypeOf(prototype) === null;
}
