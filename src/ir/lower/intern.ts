import { isAnnotation } from "../../json-schema/keywords.js";
import { compareCodeUnits } from "../../support/compare-code-units.js";
import { isJsonArray, type JsonObject, type JsonValue } from "../../support/json.js";

/** Gives equal JSON values equal numbers, in time linear in the number of distinct nodes. */
export interface Interner {
  /** Equal exactly for values that are equal as JSON, whatever the order of their keys. */
  exact(value: JsonValue): number;
  /** As `exact`, without the annotations (`description`, `default`, …) of the schema itself. */
  shape(schema: JsonObject): number;
}

/** Makes an interner. It remembers objects by identity, so nothing that it has seen may change. */
export function createInterner(): Interner {
  const numbers = new Map<string, number>();
  const exacts = new Map<object, number>();
  const shapes = new Map<object, number>();

  const numberOf = (key: string): number => {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, numbers.size);
    return numbers.size - 1;
  };
  const keyOf = (schema: JsonObject, keep: (key: string) => boolean): string => {
    const parts = Object.keys(schema)
      .filter(keep)
      .toSorted(compareCodeUnits)
      .map((key) => `${JSON.stringify(key)}:${exact(schema[key] ?? null)}`);
    return `{${parts.join(",")}}`;
  };
  const exact = (value: JsonValue): number => {
    if (typeof value !== "object" || value === null) return numberOf(JSON.stringify(value));
    const known = exacts.get(value);
    if (known !== undefined) return known;
    const key = isJsonArray(value) ? `[${value.map(exact).join(",")}]` : keyOf(value, () => true);
    const number = numberOf(key);
    exacts.set(value, number);
    return number;
  };
  const shape = (schema: JsonObject): number => {
    const known = shapes.get(schema);
    if (known !== undefined) return known;
    const number = numberOf(keyOf(schema, (key) => !isAnnotation(key)));
    shapes.set(schema, number);
    return number;
  };
  return { exact, shape };
}
