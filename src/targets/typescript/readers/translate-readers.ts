import { declarationTypes, indexDeclarations, referencesOf } from "../../../ir/graph.js";
import type { Declaration, Protocol } from "../../../ir/types.js";
import { connectedComponents } from "../../../support/connected-components.js";
import type { TypeNames } from "../names.js";
import type { ReadNames } from "../types/read-names.js";
import { readerOf, type ReaderScope } from "./reader-expression.js";
import type { ReadersView } from "./readers-view.js";
import { usesOf } from "./runtime.js";
import { createShapePool } from "./shape-pool.js";

/** Translates every registered declaration into a reader that takes what a newer peer may send. */
export function translateReaders(protocol: Protocol, names: TypeNames, reads: ReadNames): ReadersView {
  const declarations = indexDeclarations(protocol.declarations);
  const edges = (id: string): readonly string[] => referencesIn(declarations.get(id));
  const { isCircular } = connectedComponents([...declarations.keys()], edges);
  const pool = createShapePool();
  const scope: ReaderScope = { declarations, names, isCircular, pool, met: new Set(), used: new Set() };
  const registered = protocol.declarations.filter(({ origin }) => origin === undefined);
  const exports = registered.map(({ id }) => ({
    name: `read${names.get(id) ?? id}`,
    type: `T.${reads.of(id)}`,
    reader: readerOf({ kind: "ref", target: id }, scope),
  }));
  return { unknown: reads.unknown, uses: usesOf(scope.used), shapes: pool.shapes, exports };
}

function referencesIn(declaration: Declaration | undefined): readonly string[] {
  return declaration === undefined ? [] : declarationTypes(declaration).flatMap(referencesOf);
}
