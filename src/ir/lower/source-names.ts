import { createUriIndex, type NamedPlace } from "./uri-index.js";
import type { Registry } from "../../registry/registry.js";
import { compareCodeUnits } from "../../support/compare-code-units.js";
import { isRecord } from "../../support/json.js";

/** The registered names of schema objects, before anything is converted. */
export interface SourceNames {
  /** By the object's identity; the first name, where one object is registered twice. */
  ofObject(schema: object): string | undefined;
  /** By `$id`. An `$id` that two definitions share names neither. */
  ofId(id: string): string | undefined;
  /** By the URI that an `$id` gives it, or a schema inside it: the definition, and the way in. For example `https://e.x/a.json`. */
  ofUri(uri: string): NamedPlace | undefined;
  /** By the bundle (`$defs`) that a registered definition is an entry of. */
  ofBundleEntry(defs: object, entry: string): string | undefined;
}

/** A schema that carries its own definitions and refers to one of them. */
export interface Bundle {
  readonly defs: Readonly<Record<string, unknown>>;
  readonly entry: string;
}

/** The bundle that a schema is (`Module.Import` of 0.34, `Cyclic` of 1.x), if it is one. */
export function bundleOf(schema: object): Bundle | undefined {
  const defs: unknown = Reflect.get(schema, "$defs");
  const entry: unknown = Reflect.get(schema, "$ref");
  return isRecord(defs) && typeof entry === "string" && entry in defs ? { defs, entry } : undefined;
}

function bundleKey(defs: object, entry: string): string {
  return JSON.stringify([entry, ...Object.keys(defs).toSorted(compareCodeUnits)]);
}

/** Indexes a registry's schema objects. */
export function indexSourceNames(registry: Registry): SourceNames {
  const objects = new Map<object, string>();
  const ids = new Map<string, string | undefined>();
  const bundles = new Map<string, string>();
  for (const [name, schema] of registry.schemas) {
    if (!objects.has(schema)) objects.set(schema, name);
    const id: unknown = Reflect.get(schema, "$id");
    if (typeof id === "string") ids.set(id, ids.has(id) ? undefined : name);
    const bundle = bundleOf(schema);
    if (bundle !== undefined) bundles.set(bundleKey(bundle.defs, bundle.entry), name);
  }
  return {
    ofObject: (schema) => objects.get(schema),
    ofId: (id) => ids.get(id),
    ofUri: createUriIndex(registry),
    ofBundleEntry: (defs, entry) => bundles.get(bundleKey(defs, entry)),
  };
}
