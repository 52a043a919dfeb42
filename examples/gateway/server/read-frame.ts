import type { RawData } from "ws";
import type { GatewayFrame } from "../../../generated/gateway/typescript/types.js";
import type { ValidationError } from "../../../generated/gateway/typescript/validators.js";
import type { Validation } from "./validation.js";

/** What a message is: a frame, or why it is none, with the id that it has all the same. */
export type Reading =
  | { readonly ok: true; readonly frame: GatewayFrame }
  | { readonly ok: false; readonly id: string | undefined; readonly errors: readonly ValidationError[] };

/** What messages are measured by. */
export interface ReadingRules {
  readonly validation: Validation;
  readonly maxDepth: number;
}

/** Reads a message. What is nested too deeply is looked into no further: whoever handles it may walk it. */
export function readFrame(data: RawData, { validation, maxDepth }: ReadingRules): Reading {
  const text = textOf(data);
  if (isDeeper(text, maxDepth)) return { ok: false, id: requestId(text), errors: [tooDeep(maxDepth)] };
  const parsed = validation.parseFrame(text);
  return parsed.ok ? parsed : { ok: false, id: requestId(text), errors: parsed.errors };
}

function textOf(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString("utf8");
  return data instanceof ArrayBuffer ? Buffer.from(data).toString("utf8") : data.toString("utf8");
}

/** The id of something that was meant as a request, so that its error finds the way back. */
function requestId(text: string): string | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null || !("type" in value) || !("id" in value)) return undefined;
    return value.type === "req" && typeof value.id === "string" && value.id !== "" ? value.id : undefined;
  } catch {
    return undefined;
  }
}

/** Whether more containers than so many stand in each other. The text may be anything. */
function isDeeper(text: string, maxDepth: number): boolean {
  if (text.length <= maxDepth) return false;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') at = endOfString(text, at);
    else if (character === "[" || character === "{") depth += 1;
    else if (character === "]" || character === "}") depth -= 1;
    if (depth > maxDepth) return true;
  }
  return false;
}

/** Where the string ends that begins here; one that never ends takes the rest. */
function endOfString(text: string, start: number): number {
  let end = start + 1;
  while (end < text.length && text[end] !== '"') end += text[end] === "\\" ? 2 : 1;
  return end;
}

function tooDeep(limit: number): ValidationError {
  const message = `must not be nested deeper than ${limit}`;
  return { instancePath: "", schemaPath: "#", keyword: "depth", params: { limit }, message };
}
