import { keywordRow } from "../../json-schema/keywords.js";
import { DOCUMENT_URI, resolveUri, splitFragment } from "../../json-schema/resources.js";
import type { Registry } from "../../registry/registry.js";
import { isRecord } from "../../support/json.js";

/** A schema in a definition. For example `{ name: "Peer", tokens: ["properties", "home"] }`. */
export interface NamedPlace {
  readonly name: string;
  readonly tokens: readonly string[];
}

/** The base of the references inside a schema: its own `$id`, relative to the base around it. */
export function baseInside(schema: object, base: string): string {
  const id: unknown = Reflect.get(schema, "$id");
  const hasRef = typeof Reflect.get(schema, "$ref") === "string";
  if (typeof id !== "string" || id.startsWith("#") || hasRef) return base;
  return resolveUri(splitFragment(id)[0] ?? "", base);
}

/**
 * Finds what an `$id` names by its whole URI. The registry's own definitions come before copies of them inside others.
 * Few references need it, so that it is made when the first one does.
 */
export function createUriIndex(registry: Registry): (uri: string) => NamedPlace | undefined {
  let index: ReadonlyMap<string, NamedPlace> | undefined;
  return (uri) => {
    index ??= indexUris(registry);
    return index.get(uri);
  };
}

interface Standing {
  readonly schema: unknown;
  readonly base: string;
  readonly place: NamedPlace;
}

function indexUris({ schemas, base = DOCUMENT_URI }: Registry): ReadonlyMap<string, NamedPlace> {
  const found = new Map<string, NamedPlace>();
  const seen = new Set<object>();
  let level: readonly Standing[] = [...schemas].map(([name, schema]) => ({
    schema,
    base,
    place: { name, tokens: [] },
  }));
  // Level by level: what stands less deep is the schema itself, and not a copy.
  while (level.length > 0) {
    const next: Standing[] = [];
    for (const { schema, base: around, place } of level) {
      if (!isRecord(schema) || seen.has(schema)) continue;
      seen.add(schema);
      const { $id: id } = schema;
      const inside = baseInside(schema, around);
      if (typeof id === "string") remember(found, id.startsWith("#") ? `${around}${id}` : inside, place);
      next.push(...innerSchemas(schema, { base: inside, place }));
    }
    level = next;
  }
  return found;
}

function remember(found: Map<string, NamedPlace>, uri: string, place: NamedPlace): void {
  if (!found.has(uri)) found.set(uri, place);
}

function innerSchemas(schema: Readonly<Record<string, unknown>>, at: Omit<Standing, "schema">): readonly Standing[] {
  const below = (inner: unknown, ...tokens: readonly string[]): Standing => ({
    schema: inner,
    base: at.base,
    place: { name: at.place.name, tokens: [...at.place.tokens, ...tokens] },
  });
  return Object.entries(schema).flatMap(([keyword, value]) => {
    const holds = keywordRow(keyword)?.holds ?? "any value";
    if (!holds.startsWith("schema")) return [];
    if (Array.isArray(value)) return value.map((item: unknown, index) => below(item, keyword, String(index)));
    if (!holds.endsWith("by key")) return [below(value, keyword)];
    return isRecord(value) ? Object.entries(value).map(([key, item]) => below(item, keyword, key)) : [];
  });
}
