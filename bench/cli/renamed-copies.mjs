// The published registry ten times over, under new names: what ten times the definitions take.
import { ProtocolSchemas as original } from "@openclaw/gateway-protocol/schema";

const COPIES = 10;

/** Copies values with everything that TypeBox hides in them; what was one object stays one. */
function createCopier() {
  const copies = new Map();
  const copy = (value) => {
    if (typeof value !== "object" || value === null) return value;
    if (copies.has(value)) return copies.get(value);
    const made = Array.isArray(value) ? [] : Object.create(Object.getPrototypeOf(value));
    copies.set(value, made);
    for (const key of Reflect.ownKeys(value).filter((name) => !Array.isArray(value) || name !== "length")) {
      const descriptor = Object.getOwnPropertyDescriptor(value, key);
      Object.defineProperty(made, key, { ...descriptor, value: copy(descriptor.value) });
    }
    return made;
  };
  return copy;
}

function renamed(index) {
  const copy = createCopier();
  return Object.entries(original).map(([name, schema]) => [`${name}Copy${index}`, copy(schema)]);
}

const copies = Array.from({ length: COPIES - 1 }, (_, index) => renamed(index + 1));
export const ProtocolSchemas = { ...original, ...Object.fromEntries(copies.flat()) };
