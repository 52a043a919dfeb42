import { invalidUtf8At } from "../../../support/invalid-utf8.js";
import { tooDeepAt } from "../../../support/nesting.js";
import { parseJson } from "../../../support/parse-json.js";
import { type Position, positionAt } from "../../../support/position-at.js";

/** What bytes are as JSON: a value, or what is wrong with them and where. `text` is without a byte order mark. */
export type ReadJson =
  | { readonly kind: "value"; readonly text: string; readonly value: unknown }
  | { readonly kind: "not-json"; readonly reason: string; readonly position: Position }
  | { readonly kind: "not-utf8"; readonly byte: number; readonly index: number; readonly position: Position }
  | { readonly kind: "too-deep"; readonly position: Position };

/** Reads a JSON text of any content: nothing in it is replaced, and no depth exhausts the stack. */
export function readJson(bytes: Uint8Array): ReadJson {
  const at = (index: number): Position => {
    const before = decoded(bytes.subarray(0, index));
    return positionAt(before, before.length);
  };
  const invalid = invalidUtf8At(bytes);
  if (invalid !== undefined) {
    return { kind: "not-utf8", byte: bytes[invalid] ?? 0, index: invalid, position: at(invalid) };
  }
  const deep = tooDeepAt(bytes);
  if (deep !== undefined) return { kind: "too-deep", position: at(deep) };
  const text = decoded(bytes);
  const parsed = parseJson(text);
  if (parsed.ok) return { kind: "value", text, value: parsed.value };
  const { reason, line, column } = parsed;
  return { kind: "not-json", reason, position: { line, column } };
}

/** The text of bytes, without a byte order mark. */
export function decoded({ buffer, byteOffset, byteLength }: Uint8Array): string {
  const text = Buffer.from(buffer, byteOffset, byteLength).toString("utf8");
  return text.startsWith("\uFEFF") ? text.slice(1) : text;
}
