/** The keys of a JSON pointer. For example `/content/0/type` gives `["content", "0", "type"]`. */
export function pointerKeys(pointer: string): readonly string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** What is found by following keys; undefined where they lead nowhere. */
export function valueAt(root: unknown, keys: readonly string[]): unknown {
  return keys.reduce<unknown>((value, key) => (isContainer(value) ? Reflect.get(value, key) : undefined), root);
}

/** Puts a value where the keys lead, in place. The container has to be there. */
export function setAt(root: unknown, keys: readonly string[], value: unknown): void {
  const container = valueAt(root, keys.slice(0, -1));
  const key = keys.at(-1);
  if (isContainer(container) && key !== undefined) Reflect.set(container, key, value);
}

/** Takes away what the keys lead to, in place: a property, or an element of an array, which closes the gap. */
export function removeAt(root: unknown, keys: readonly string[]): boolean {
  const container = valueAt(root, keys.slice(0, -1));
  const key = keys.at(-1);
  if (key === undefined || !isContainer(container)) return false;
  if (Array.isArray(container)) return container.splice(Number(key), 1).length === 1;
  return Reflect.deleteProperty(container, key);
}

function isContainer(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
