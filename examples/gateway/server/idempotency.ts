import { createHash } from "node:crypto";
import { canonicalJson } from "./canonical-json.js";
import { GatewayError } from "./gateway-error.js";

/** A request that must not be run twice. */
export interface KeyedRequest {
  /** Whose keys these are: two clients may choose the same one. */
  readonly owner: string;
  readonly key: string;
  readonly method: string;
  readonly params: unknown;
}

/** Answers of earlier requests by their owners and idempotency keys: so many, and so many bytes of them. */
export interface IdempotencyStore {
  /**
   * Runs the work, or gives the answer of the first request with the same key, which may still be on its way.
   * A failure is not kept: the request may be tried again. Throws a `GatewayError` where the key was used for another request.
   */
  run(request: KeyedRequest, work: () => string | Promise<string>): Promise<string>;
}

interface Remembered {
  readonly fingerprint: string;
  readonly answer: Promise<string>;
  bytes: number;
}

/** What one owner has asked for, oldest first. */
interface Shelf {
  readonly answers: Map<string, Remembered>;
  bytes: number;
}

/**
 * Makes an empty store. When it is full, the owner who has most of it loses the oldest answer: whoever floods it pushes
 * out nobody else's.
 */
export function createIdempotencyStore(limits: { readonly entries: number; readonly bytes: number }): IdempotencyStore {
  const shelves = new Map<string, Shelf>();
  const total = { entries: 0, bytes: 0 };

  const shelfOf = (owner: string): Shelf => {
    const shelf = shelves.get(owner) ?? { answers: new Map(), bytes: 0 };
    shelves.set(owner, shelf);
    return shelf;
  };
  const weigh = (owner: string, entry: Remembered, bytes: number): void => {
    shelfOf(owner).bytes += bytes - entry.bytes;
    total.bytes += bytes - entry.bytes;
    entry.bytes = bytes;
  };
  const forget = (owner: string, id: string): void => {
    const shelf = shelfOf(owner);
    const entry = shelf.answers.get(id);
    if (entry !== undefined) weigh(owner, entry, 0);
    if (shelf.answers.delete(id)) total.entries -= 1;
    if (shelf.answers.size === 0) shelves.delete(owner);
  };
  const trim = (): void => {
    while (total.entries > limits.entries || total.bytes > limits.bytes) {
      const isBytes = total.bytes > limits.bytes;
      const [owner, { answers }] = largest(shelves, (shelf) => (isBytes ? shelf.bytes : shelf.answers.size));
      const [oldest = ""] = answers.keys();
      forget(owner, oldest);
    }
  };
  const keep = async (owner: string, id: string, entry: Remembered): Promise<void> => {
    const isKept = (): boolean => shelves.get(owner)?.answers.get(id) === entry;
    try {
      const text = await entry.answer;
      if (isKept()) weigh(owner, entry, text.length);
      trim();
    } catch {
      if (isKept()) forget(owner, id);
    }
  };

  return {
    run({ owner, key, method, params }, work) {
      // A key may be as long as a message: what is kept of it is not.
      const id = digest(key);
      const fingerprint = digest(canonicalJson([method, params]));
      const first = shelves.get(owner)?.answers.get(id);
      if (first === undefined) {
        const entry = { fingerprint, answer: attempt(work), bytes: 0 };
        shelfOf(owner).answers.set(id, entry);
        total.entries += 1;
        void keep(owner, id, entry);
        trim();
        return entry.answer;
      }
      if (first.fingerprint === fingerprint) return first.answer;
      return Promise.reject(
        new GatewayError("INVALID_REQUEST", "this idempotency key was used for another request", { retryable: false }),
      );
    },
  };
}

function largest(shelves: ReadonlyMap<string, Shelf>, sizeOf: (shelf: Shelf) => number): readonly [string, Shelf] {
  const empty: readonly [string, Shelf] = ["", { answers: new Map(), bytes: 0 }];
  return [...shelves].reduce<readonly [string, Shelf]>(
    (best, next) => (sizeOf(next[1]) > sizeOf(best[1]) ? next : best),
    empty,
  );
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("base64");
}

async function attempt(work: () => string | Promise<string>): Promise<string> {
  return await work();
}
