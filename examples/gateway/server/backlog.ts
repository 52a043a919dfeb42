/** Somebody for whom bytes wait. */
export interface Reader {
  /** How many wait now. */
  waiting(): number;
  /** Hangs up, and throws away what waits. */
  cutOff(): void;
}

/** What waits for slow readers, all of them together. */
export interface Backlog {
  /** To be told after each send. Cuts off whoever is furthest behind while too much waits. */
  sent(reader: Reader): void;
  forget(reader: Reader): void;
}

/** Makes a backlog that holds so many bytes. */
export function createBacklog(maxBytes: number): Backlog {
  const known = new Map<Reader, number>();
  let total = 0;
  const note = (reader: Reader, bytes: number): void => {
    total += bytes - (known.get(reader) ?? 0);
    if (bytes === 0) known.delete(reader);
    else known.set(reader, bytes);
  };
  return {
    sent: (reader) => {
      note(reader, reader.waiting());
      if (total <= maxBytes) return;
      // Sockets drain without a word: what was noted is more than what waits now.
      for (const other of known.keys()) note(other, other.waiting());
      for (const [worst] of [...known].toSorted(([, left], [, right]) => right - left)) {
        if (total <= maxBytes) return;
        note(worst, 0);
        worst.cutOff();
      }
    },
    forget: (reader) => note(reader, 0),
  };
}
