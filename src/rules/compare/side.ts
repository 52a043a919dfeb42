import type { Definitions } from "../../json-schema/references.js";
import type { Declaration, DeclarationId, DefinitionUse, Protocol } from "../../ir/types.js";

/** One version of a protocol, indexed for comparing. */
export interface Side {
  readonly protocol: Protocol;
  /** Registered declarations alone: what is hoisted is compared where it stands. */
  readonly declarations: ReadonlyMap<DeclarationId, Declaration>;
  readonly definitions: Definitions;
  /** The registered definition that stands at a pointer of a declaration's schema, however deep; undefined for none. */
  useAt(declaration: DeclarationId, pointer: string): DefinitionUse | undefined;
}

/** Indexes a protocol. */
export function createSide(protocol: Protocol): Side {
  const declarations = new Map(
    protocol.declarations.filter(({ origin }) => origin === undefined).map((item) => [item.id, item] as const),
  );
  const definitions = new Map([...declarations].map(([id, { schema }]) => [id, schema] as const));
  const uses = new Map<DeclarationId, ReadonlyMap<string, DefinitionUse>>();
  const usesOf = (id: DeclarationId): ReadonlyMap<string, DefinitionUse> => {
    const known = uses.get(id) ?? new Map((declarations.get(id)?.uses ?? []).map((use) => [use.pointer, use] as const));
    uses.set(id, known);
    return known;
  };
  const useAt = (declaration: DeclarationId, pointer: string): DefinitionUse | undefined => {
    const own = usesOf(declaration);
    const exact = own.get(pointer);
    if (exact !== undefined) return exact;
    // A place inside something that is itself a definition: that definition knows what stands in it.
    for (let end = pointer.lastIndexOf("/"); end > 0; end = pointer.lastIndexOf("/", end - 1)) {
      const outer = own.get(pointer.slice(0, end));
      if (outer !== undefined) return useAt(outer.target, pointer.slice(end));
    }
    return undefined;
  };
  return { protocol, declarations, definitions, useAt };
}
