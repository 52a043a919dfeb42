/** How long to wait before the next attempt: twice as long each time, and not all clients at once. */
export interface Backoff {
  /** In milliseconds. */
  next(): number;
  /** It has worked: the next failure is the first again. */
  reset(): void;
}

/** Makes a backoff between `baseMs` and `maxMs`. `random` gives 0 to 1. */
export function createBackoff({ baseMs = 250, maxMs = 30_000, random = Math.random }: BackoffOptions = {}): Backoff {
  let attempts = 0;
  return {
    next: () => {
      const ceiling = Math.min(maxMs, baseMs * 2 ** attempts);
      attempts = Math.min(attempts + 1, 30);
      return Math.round(ceiling / 2 + (ceiling / 2) * random());
    },
    reset: () => (attempts = 0),
  };
}

/** Default: 250 ms to 30 s. */
export interface BackoffOptions {
  readonly baseMs?: number;
  readonly maxMs?: number;
  readonly random?: () => number;
}
