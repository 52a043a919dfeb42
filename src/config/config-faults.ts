import { KindGuard, type TSchema } from "@sinclair/typebox";
import { Value, type ValueError, ValueErrorType } from "@sinclair/typebox/value";
import type { Diagnostic, SourceLocation } from "../diagnostics/diagnostic.js";
import { describeValue } from "../support/describe-value.js";
import { nearest } from "../support/nearest.js";
import { describeSchema, literalStrings } from "./describe-schema.js";
import { configDiagnostics } from "./diagnostics.js";
import { keyElsewhere } from "./key-elsewhere.js";
import { keyPath, pointerKeys } from "./key-path.js";

/** Finds the place of a key in the config file; undefined where it cannot tell. */
export type LocateKey = (keys: readonly string[]) => SourceLocation | undefined;

/** Explains why a value does not match a schema of the config, one finding for each place. */
export function configFaults(schema: TSchema, value: unknown, locate: LocateKey): readonly Diagnostic[] {
  const seen = new Set<string>();
  const first = [...Value.Errors(schema, value)].flatMap(relevantErrors).filter(({ path }) => {
    const isNew = !seen.has(path);
    seen.add(path);
    return isNew;
  });
  return first.map((error) => explain(error, schema, locate));
}

/** A union fails as a whole; where the value has the outer form of one branch, the faults inside that branch are meant. */
function relevantErrors(error: ValueError): readonly ValueError[] {
  if (error.type !== ValueErrorType.Union) return [error];
  const branches = error.errors.map((errors) => [...errors].flatMap(relevantErrors));
  const meant = branches.find((errors) => errors.every(({ path }) => path !== error.path));
  return meant ?? [error];
}

function explain(error: ValueError, whole: TSchema, locate: LocateKey): Diagnostic {
  const keys = pointerKeys(error.path);
  const parentKeys = keys.slice(0, -1);
  const place = { key: keys.at(-1) ?? "", parent: keyPath(parentKeys) };
  const path = keyPath(keys);
  if (error.type === ValueErrorType.ObjectAdditionalProperties) {
    const known = knownKeys(error.schema);
    const elsewhere = keyElsewhere(whole, keys);
    const suggestion = elsewhere === undefined ? nearest(place.key, known) : keyPath(elsewhere);
    return configDiagnostics.create("unknown-key", { ...place, suggestion, known }, at(path, locate(keys)));
  }
  const expected = describeSchema(error.schema);
  if (error.type === ValueErrorType.ObjectRequiredProperty) {
    return configDiagnostics.create("missing-key", { ...place, expected }, at(path, locate(parentKeys)));
  }
  const suggestion = typeof error.value === "string" ? nearest(error.value, literalStrings(error.schema)) : undefined;
  const received = describeValue(error.value);
  return configDiagnostics.create("invalid-value", { path, expected, received, suggestion }, at(path, locate(keys)));
}

function at(path: string, location: SourceLocation | undefined): { path: string; location?: SourceLocation } {
  return location === undefined ? { path } : { path, location };
}

function knownKeys(schema: TSchema): readonly string[] {
  return KindGuard.IsObject(schema) ? Object.keys(schema.properties) : [];
}
