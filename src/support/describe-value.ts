/** What a value is, as a sentence names it. For example `the string "2"`, `an array of 3`, `undefined`. */
export function describeValue(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return value.length === 0 ? "an empty array" : `an array of ${value.length}`;
  switch (typeof value) {
    case "string":
      return `the string ${JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value)}`;
    case "number":
    case "boolean":
      return `the ${typeof value} ${String(value)}`;
    case "bigint":
      return `the bigint ${String(value)}n`;
    case "object":
      return describeObject(value);
    case "function":
      return "a function";
    case "symbol":
      return "a symbol";
    default:
      return "undefined";
  }
}

function describeObject(value: object): string {
  const name: unknown = Object.getPrototypeOf(value)?.constructor?.name;
  const plain = typeof name !== "string" || name === "" || name === "Object";
  return plain ? "an object" : `an object of class ${name}`;
}
