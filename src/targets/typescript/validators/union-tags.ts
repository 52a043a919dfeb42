import type { JsonValue } from "../../../support/json.js";
import { closedConstants, type Follow } from "./node-facts.js";
import type { SchemaNode } from "./schema-node.js";

/** A constant that can tell branches of a union apart. */
export type Tag = string | number | boolean | null;

/** The branches of a union that a property's value selects. */
export interface TaggedBranches {
  /** For example `type`. */
  readonly key: string;
  /** Positions in the union of the branches that each value selects; almost always one. */
  readonly branches: ReadonlyMap<Tag, readonly number[]>;
  /** Positions of the branches that the property says nothing about: those for other types than objects. */
  readonly others: readonly number[];
}

const DEPTH = 8;

/** Finds the property whose constants tell the objects of a union apart; undefined where none does. */
export function findTags(union: readonly SchemaNode[], follow: Follow): TaggedBranches | undefined {
  const objects = union.flatMap((branch, index) =>
    isObjectOnly(branch, follow) ? [{ index, tags: tagsOf(branch, follow) }] : [],
  );
  const [first, ...rest] = objects;
  if (first === undefined || rest.length === 0) return undefined;
  const keys = [...first.tags.keys()].filter((key) => rest.every(({ tags }) => tags.has(key)));
  const found = keys.map((key) => ({ key, branches: groupByTag(objects, key) }));
  const best = found.toSorted((left, right) => right.branches.size - left.branches.size)[0];
  if (best === undefined || best.branches.size < 2) return undefined;
  const tagged = new Set(objects.map(({ index }) => index));
  return { ...best, others: union.map((_, index) => index).filter((index) => !tagged.has(index)) };
}

/** The constants of every property that an object must have and that has only constants. */
function tagsOf(node: SchemaNode, follow: Follow, depth = DEPTH): ReadonlyMap<string, readonly Tag[]> {
  const found = follow(node);
  const tags = new Map<string, readonly Tag[]>();
  if (depth === 0) return tags;
  for (const member of found.allOf ?? [])
    for (const [key, values] of tagsOf(member, follow, depth - 1)) tags.set(key, values);
  for (const key of found.required ?? []) {
    const property = found.properties?.get(key);
    const values = property && closedConstants(property, follow)?.filter(isTag);
    if (values !== undefined && values.length > 0 && !(key in Object.prototype)) tags.set(key, values);
  }
  return tags;
}

function isObjectOnly(node: SchemaNode, follow: Follow, depth = DEPTH): boolean {
  const found = follow(node);
  if (found.type !== undefined) return found.type.length === 1 && found.type[0] === "object";
  return depth > 0 && (found.allOf ?? []).some((member) => isObjectOnly(member, follow, depth - 1));
}

function groupByTag(
  objects: readonly { readonly index: number; readonly tags: ReadonlyMap<string, readonly Tag[]> }[],
  key: string,
): ReadonlyMap<Tag, readonly number[]> {
  const groups = new Map<Tag, readonly number[]>();
  for (const { index, tags } of objects) {
    for (const tag of new Set(tags.get(key))) groups.set(tag, [...(groups.get(tag) ?? []), index]);
  }
  return groups;
}

function isTag(value: JsonValue): value is Tag {
  return typeof value !== "object" || value === null;
}
