import { createHash } from "node:crypto";
import { GatewayError } from "./gateway-error.js";

/** A request that must not be run twice. */
export interface KeyedRequest {
  /** Whose keys these are: two clients may choose the same one. */
  readonly owner: string;
  readonly key: string;
  readonly method: string;
  /** The params as JSON text. */
  readonly params: string;
}

/** Answers of earlier requests by their idempotency keys: the newest so many, and so many bytes of them. */
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

/** Makes an empty store. */
export function createIdempotencyStore(limits: { readonly entries: number; readonly bytes: number }): IdempotencyStore {
  const remembered = new Map<string, Remembered>();
  let total = 0;

  const forget = (id: string): void => {
    total -= remembered.get(id)?.bytes ?? 0;
    remembered.delete(id);
  };
  const trim = (): void => {
    for (const id of remembered.keys()) {
      if (remembered.size <= limits.entries && total <= limits.bytes) return;
      forget(id);
    }
  };
  const keep = async (id: string, entry: Remembered): Promise<void> => {
    try {
      const text = await entry.answer;
      if (remembered.get(id) !== entry) return;
      entry.bytes = text.length;
      total += text.length;
      trim();
    } catch {
      if (remembered.get(id) === entry) forget(id);
    }
  };

  return {
    run({ owner, key, method, params }, work) {
      const id = JSON.stringify([owner, key]);
      const fingerprint = createHash("sha256")
        .update(JSON.stringify([method, params]))
        .digest("base64");
      const first = remembered.get(id);
      if (first === undefined) {
        const entry = { fingerprint, answer: attempt(work), bytes: 0 };
        remembered.set(id, entry);
        void keep(id, entry);
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

async function attempt(work: () => string | Promise<string>): Promise<string> {
  return await work();
}
