import { isJsonArray, isJsonObject, type JsonValue } from "../../../src/support/json.js";
import type { UnknownPart } from "./load-readers.js";

/** A value without the keys that its reader did not know, which models in other languages leave out. */
export function withoutUnknownKeys(value: JsonValue, unknown: readonly UnknownPart[]): JsonValue {
  const left = new Set(unknown.filter(({ kind }) => kind === "key").map(({ path }) => path));
  const copy = (item: JsonValue, pointer: string): JsonValue => {
    if (isJsonArray(item)) return item.map((element, index) => copy(element, `${pointer}/${index}`));
    if (!isJsonObject(item)) return item;
    const kept = Object.entries(item)
      .map(([key, held]): [string, JsonValue, string] => [key, held, `${pointer}/${escaped(key)}`])
      .filter(([, , path]) => !left.has(path));
    return Object.fromEntries<JsonValue>(kept.map(([key, held, path]) => [key, copy(held, path)]));
  };
  return copy(value, "");
}

function escaped(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}
