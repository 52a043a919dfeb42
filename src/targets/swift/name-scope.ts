/** The names taken in one place: the members of a type, or the types of a module. */
export interface NameScope {
  /** Takes a name, or the first free one of `name2`, `name3`, … For example the second `aB` becomes `aB2`. */
  take(name: string): string;
}

/** Makes a scope in which `taken` are already taken. Names that look alike to Swift are one name. */
export function createNameScope(taken: Iterable<string> = []): NameScope {
  const names = new Set([...taken].map(sameName));
  return {
    take(name) {
      let free = name;
      for (let count = 2; names.has(sameName(free)); count += 1) free = `${name}${count}`;
      names.add(sameName(free));
      return free;
    },
  };
}

function sameName(name: string): string {
  return name.normalize("NFC");
}
