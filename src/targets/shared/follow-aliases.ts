import type { Declaration, DeclarationId } from "../../ir/types.js";

/**
 * Gives what a declaration is in the end: the last of aliases that are nothing but references to each other, or what that
 * leads to. It stops at those in `stops`. Each chain is walked once, however long it is.
 */
export function followAliases(
  declarations: ReadonlyMap<DeclarationId, Declaration>,
  stops: ReadonlySet<DeclarationId>,
): (id: DeclarationId) => DeclarationId {
  const ends = new Map<DeclarationId, DeclarationId>();
  return (start) => {
    const passed: DeclarationId[] = [];
    let id = start;
    for (;;) {
      const declaration = declarations.get(id);
      const known = ends.get(id);
      if (known !== undefined || declaration?.kind !== "alias" || declaration.type.kind !== "ref" || stops.has(id)) {
        id = known ?? id;
        break;
      }
      passed.push(id);
      id = declaration.type.target;
    }
    for (const alias of passed) ends.set(alias, id);
    return id;
  };
}
