import type { Declaration, DeclarationId, Protocol } from "../../ir/types.js";
import { stableJson } from "../../support/stable-json.js";

/** Inline shapes that stand in several places, to the last annotation alike: one type, and another name for it each time. */
export interface SharedShapes {
  /** The declaration that is written out for this one: itself, unless an earlier one is the same. */
  canonical(id: DeclarationId): DeclarationId;
  /** Whether other places have the same shape as this declaration, which is written out for all of them. */
  isShared(id: DeclarationId): boolean;
  /** Whether it stands inside a shape that is written out elsewhere, so that it needs no name of its own. */
  isHidden(id: DeclarationId): boolean;
}

/** Finds them. What the config closes is never shared, since the same shape may be open elsewhere. */
export function findSharedShapes(protocol: Protocol, closed: ReadonlySet<DeclarationId>): SharedShapes {
  const first = new Map<string, DeclarationId>();
  const repeats = new Map<DeclarationId, DeclarationId>();
  const hidden = new Set<DeclarationId>();
  const apart = withOwners(protocol, closed);
  for (const declaration of protocol.declarations) {
    const { id, origin } = declaration;
    if (origin === undefined) continue;
    if (hidden.has(origin.parent) || repeats.has(origin.parent)) hidden.add(id);
    else if (!apart.has(id)) {
      const shape = shapeOf(declaration);
      const earlier = first.get(shape);
      if (earlier === undefined) first.set(shape, id);
      else repeats.set(id, earlier);
    }
  }
  const shared = new Set(repeats.values());
  return {
    canonical: (id) => repeats.get(id) ?? id,
    isShared: (id) => shared.has(id),
    isHidden: (id) => hidden.has(id),
  };
}

/** Some declarations and everything that they stand in. */
function withOwners(protocol: Protocol, ids: ReadonlySet<DeclarationId>): ReadonlySet<DeclarationId> {
  const parents = new Map(protocol.declarations.map(({ id, origin }) => [id, origin?.parent]));
  const found = new Set<DeclarationId>();
  for (const start of ids) {
    for (let id: DeclarationId | undefined = start; id !== undefined; id = parents.get(id)) found.add(id);
  }
  return found;
}

function shapeOf({ kind, schema }: Declaration): string {
  return `${kind} ${stableJson(schema)}`;
}
