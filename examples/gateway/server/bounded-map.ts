/** How much is remembered: so many entries, and so many characters of JSON. */
export interface MapLimits {
  readonly entries: number;
  readonly characters: number;
}

/** A map that forgets its oldest entries: what clients can make the gateway remember has a limit, in number and size. */
export class BoundedMap<V> {
  readonly #entries = new Map<string, V>();
  readonly #limits: MapLimits;
  readonly #sizeOf: (value: V) => number;
  #characters = 0;

  constructor(limits: MapLimits, sizeOf = (value: V): number => JSON.stringify(value).length) {
    this.#limits = limits;
    this.#sizeOf = sizeOf;
  }

  get(key: string): V | undefined {
    return this.#entries.get(key);
  }

  /** The entry counts as the newest from now on. */
  set(key: string, value: V): void {
    this.delete(key);
    this.#entries.set(key, value);
    this.#characters += this.#sizeOf(value);
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= this.#limits.entries && this.#characters <= this.#limits.characters) return;
      this.delete(oldest);
    }
  }

  delete(key: string): boolean {
    const value = this.#entries.get(key);
    if (value !== undefined) this.#characters -= this.#sizeOf(value);
    return this.#entries.delete(key);
  }

  /** Oldest first. */
  values(): readonly V[] {
    return [...this.#entries.values()];
  }
}
