import { type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import type { JsonValue } from "./json.js";
import { positionAt } from "./position-at.js";

/** A JSON text's value, or what is wrong with it and where. `line` and `column` count from 1. */
export type ParsedJson =
  | { readonly ok: true; readonly value: JsonValue }
  | { readonly ok: false; readonly reason: string; readonly line: number; readonly column: number };

/** Parses strict JSON; a byte order mark is skipped. For example `parseJson("{")` says that a `}` is missing at 1:2. */
export function parseJson(text: string): ParsedJson {
  const json = text.startsWith("\uFEFF") ? text.slice(1) : text;
  try {
    const value: JsonValue = JSON.parse(json);
    return { ok: true, value };
  } catch {
    return { ok: false, ...firstFault(json) };
  }
}

/** JSON.parse words its errors differently in every version of Node, and mostly without a line. */
function firstFault(json: string): { readonly reason: string; readonly line: number; readonly column: number } {
  const errors: ParseError[] = [];
  parseTree(json, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
  const [first] = errors;
  if (first === undefined) return { reason: "invalid text", line: 1, column: 1 };
  return { reason: wording(printParseErrorCode(first.error)), ...positionAt(json, first.offset) };
}

/** For example `CommaExpected` → `comma expected`. */
function wording(code: string): string {
  return code.replace(/(?!^)[A-Z]/gu, (letter) => ` ${letter}`).toLowerCase();
}
