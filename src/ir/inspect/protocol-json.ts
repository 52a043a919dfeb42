import { indexDeclarations, reachable } from "../graph.js";
import type { DeclarationId, Protocol } from "../types.js";

/** The IR as stable JSON: two spaces, keys as `types.ts` has them, what is undefined left out, a newline at the end. */
export function protocolJson(protocol: Protocol): string {
  return `${JSON.stringify(protocol, null, 2)}\n`;
}

/** One declaration and everything that it refers to, as stable JSON; undefined where no declaration has the name. */
export function declarationJson(protocol: Protocol, id: DeclarationId): string | undefined {
  const index = indexDeclarations(protocol.declarations);
  if (!index.has(id)) return undefined;
  const declarations = [...reachable(index, [id])].map((found) => index.get(found));
  return `${JSON.stringify({ declarations }, null, 2)}\n`;
}
