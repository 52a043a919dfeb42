import { referencesIn } from "../../json-schema/references.js";
import type { DeclarationId } from "../../ir/types.js";
import type { Side } from "./side.js";

/** Something that is sent as a whole. For example `{ label: "chat.send params", readers: ["server"], declaration: "ChatSendParams" }`. */
export interface Root {
  readonly label: string;
  readonly readers: readonly ("server" | "client")[];
  readonly declaration: DeclarationId;
}

/** Where a declaration stands inside something that is sent: a JSON pointer into that one's schema. */
export interface Route {
  readonly root: Root;
  readonly pointer: string;
}

/** Who reads which declaration, decided by what it is reachable from. */
export interface Reach {
  readonly roots: readonly Root[];
  /** The ways to a declaration, shortest first; never empty. What nothing reaches is taken to be sent as it is, both ways. */
  routesTo(declaration: DeclarationId): readonly Route[];
}

interface Edge {
  readonly from: DeclarationId;
  readonly pointer: string;
}

const MOST_ROUTES = 12;

/** Who reads a definition that nothing leads to, judged by its name: only of what the protocol lists no method or event for. */
function readerByName(id: DeclarationId, { methods, events }: Side["protocol"]): "server" | "client" | undefined {
  if (methods.length === 0 && id.endsWith("Params")) return "server";
  const isSent = (methods.length === 0 && id.endsWith("Result")) || (events.length === 0 && id.endsWith("Event"));
  return isSent ? "client" : undefined;
}

/** Finds out what leads where. */
export function createReach(side: Side): Reach {
  const edges = incomingEdges(side);
  const listed = listedRoots(side);
  const routesFrom = (roots: readonly Root[], declaration: DeclarationId): readonly Route[] => {
    const rootsAt = (id: DeclarationId): readonly Root[] => roots.filter((root) => root.declaration === id);
    const routes: Route[] = [];
    const visited = new Set([declaration]);
    let frontier: readonly { readonly id: DeclarationId; readonly pointer: string }[] = [
      { id: declaration, pointer: "" },
    ];
    while (frontier.length > 0 && routes.length < MOST_ROUTES) {
      routes.push(...frontier.flatMap(({ id, pointer }) => rootsAt(id).map((root) => ({ root, pointer }))));
      frontier = frontier.flatMap(({ id, pointer }) =>
        (edges.get(id) ?? []).flatMap((edge) => {
          if (visited.has(edge.from)) return [];
          visited.add(edge.from);
          return [{ id: edge.from, pointer: edge.pointer + pointer }];
        }),
      );
    }
    return routes;
  };
  const named = [...side.declarations.keys()].flatMap((id) => {
    const reader = readerByName(id, side.protocol);
    const isNamed = reader !== undefined && routesFrom(listed, id).length === 0;
    return isNamed ? [{ label: id, readers: [reader], declaration: id }] : [];
  });
  const roots = [...listed, ...named];
  return {
    roots,
    routesTo(declaration) {
      const routes = routesFrom(roots, declaration);
      if (routes.length > 0) return routes;
      return [{ root: { label: declaration, readers: ["server", "client"], declaration }, pointer: "" }];
    },
  };
}

function listedRoots({ protocol }: Side): readonly Root[] {
  const roots: Root[] = [];
  const add = (label: string, readers: Root["readers"], declaration: DeclarationId | undefined): void => {
    if (declaration !== undefined) roots.push({ label, readers, declaration });
  };
  for (const { name, params, result } of protocol.methods) {
    add(`${name} params`, ["server"], params);
    add(`${name} result`, ["client"], result);
  }
  for (const { name, payload } of protocol.events) add(`${name} event`, ["client"], payload);
  add("frame", ["server", "client"], protocol.frames?.union);
  return roots;
}

function incomingEdges(side: Side): ReadonlyMap<DeclarationId, readonly Edge[]> {
  const edges = new Map<DeclarationId, Edge[]>();
  for (const { id, schema, uses } of side.declarations.values()) {
    const inner = uses.map(({ pointer, target }) => [pointer, target] as const);
    const references = referencesIn(schema).flatMap(({ pointer, name, isWhole }) =>
      isWhole ? [[pointer, name] as const] : [],
    );
    for (const [pointer, target] of [...inner, ...references]) {
      edges.set(target, [...(edges.get(target) ?? []), { from: id, pointer }]);
    }
  }
  return edges;
}
