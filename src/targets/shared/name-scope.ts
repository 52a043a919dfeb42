/** The names taken in one place: the members of a type, or the types of a module. */
export interface NameScope {
  /** Takes a name, or the first free one of `name2`, `name3`, … For example the second `aB` becomes `aB2`. */
  take(name: string): string;
}

/**
 * Makes a scope in which `taken` are already taken. Names with the same `key` are one name to the language; for example
 * `(name) => name.toLowerCase()` where each type is a file.
 */
export function createNameScope(taken: Iterable<string>, key: (name: string) => string): NameScope {
  const names = new Set([...taken].map(key));
  return {
    take(name) {
      let free = name;
      for (let count = 2; names.has(key(free)); count += 1) free = `${name}${count}`;
      names.add(key(free));
      return free;
    },
  };
}
