import { Type } from "@sinclair/typebox";
import { Value } from "@sinclair/typebox/value";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { OutputSet } from "../output/output-set.js";
import { isRecord } from "../support/json.js";
import type { Fallback } from "../targets/target.js";
import { textDigest } from "./text-digest.js";

/** What is remembered of one protocol. */
export interface CacheEntry {
  /** A digest of everything that the rest follows from. */
  readonly key: string;
  /** A digest of what the user's Prettier configuration says of the files. */
  readonly layout: string;
  /** Warnings alone: what has an error is not remembered. */
  readonly diagnostics: readonly Diagnostic[];
  readonly outputs: readonly RememberedOutput[];
}

/** What one target gave. For example `{ protocol: "gateway", target: "swift", files: [{ path: "…", digest: "…" }], … }`. */
export interface RememberedOutput extends Omit<OutputSet, "files"> {
  readonly files: readonly { readonly path: string; readonly digest: string }[];
  readonly fallbacks: readonly Fallback[];
}

const text = Type.String();
const location = Type.Optional(Type.Object({ file: text, line: Type.Number(), column: Type.Number() }));
const diagnostic = Type.Object({
  code: text,
  severity: Type.Literal("warning"),
  message: text,
  help: Type.Optional(text),
  detail: Type.Optional(text),
  path: Type.Optional(text),
  location,
});
const output = Type.Object({
  protocol: text,
  target: text,
  kind: Type.Union([Type.Literal("file"), Type.Literal("folder")]),
  path: text,
  files: Type.Array(Type.Object({ path: text, digest: text })),
  fallbacks: Type.Array(Type.Object({ construct: text, path: text })),
});
const entrySchema = Type.Object({
  key: text,
  layout: text,
  diagnostics: Type.Array(diagnostic),
  outputs: Type.Array(output),
});

/** An entry as text; its first line is the digest of the second. */
export function printEntry(entry: CacheEntry): string {
  const printed = JSON.stringify(entry);
  return `${textDigest(printed)}\n${printed}`;
}

/** Reads what `printEntry` has printed; undefined for anything else, such as a damaged or a foreign file. */
export function parseEntry(printed: string): CacheEntry | undefined {
  const [digest, body = "", ...rest] = printed.split("\n");
  if (rest.length > 0 || digest !== textDigest(body)) return undefined;
  try {
    const value: unknown = JSON.parse(body);
    return isEntry(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The schema and the type describe the same thing. */
function isEntry(value: unknown): value is CacheEntry {
  return isRecord(value) && Value.Check(entrySchema, value);
}
