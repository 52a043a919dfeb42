import type { DeclarationId, Protocol } from "../ir/types.js";
import type { Revision } from "./revision.js";

/**
 * A version with what is not known of it taken from the other one, as far as its definitions go: so it is no difference,
 * and who reads which definition is known nevertheless.
 */
export function completeSurface({ protocol, knows }: Revision, other: Protocol): Protocol {
  const has = new Set(protocol.declarations.map(({ id }) => id));
  const kept = (id: DeclarationId | undefined): DeclarationId | undefined =>
    id !== undefined && has.has(id) ? id : undefined;
  return {
    ...protocol,
    // Versions are held against each other, so that one that is not known leaves nothing to say.
    version: knows.version ? protocol.version : undefined,
    minVersions: knows.version ? protocol.minVersions : other.minVersions,
    methods: knows.methods
      ? protocol.methods
      : other.methods.map((method) => ({ ...method, params: kept(method.params), result: kept(method.result) })),
    events: knows.events ? protocol.events : other.events.map((event) => ({ ...event, payload: kept(event.payload) })),
    errorCodes: knows.errorCodes ? protocol.errorCodes : other.errorCodes,
  };
}
