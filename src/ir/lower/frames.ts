import type { DiagnosticCollector } from "../../diagnostics/collector.js";
import { irDiagnostics } from "../diagnostics.js";
import { frameRoles } from "../frame-roles.js";
import type { Frames } from "../frames.js";
import { indexDeclarations } from "../graph.js";
import type { Declaration, UnionDeclaration } from "../types.js";
import { namedDiscriminator } from "./discriminate.js";

/** The frames: the union that the config names, else the only registered union that names its discriminator. */
export function findFrames(
  declarations: readonly Declaration[],
  configured: string | undefined,
  diagnostics: DiagnosticCollector,
): Frames | undefined {
  const union = frameUnion(declarations, configured, diagnostics);
  if (union?.discriminator === undefined) return undefined;
  const { wireName: discriminator } = union.discriminator;
  return { union: union.id, discriminator, ...frameRoles(union, indexDeclarations(declarations)) };
}

function frameUnion(
  declarations: readonly Declaration[],
  configured: string | undefined,
  diagnostics: DiagnosticCollector,
): UnionDeclaration | undefined {
  const unions = declarations.filter(
    (declaration): declaration is UnionDeclaration => declaration.kind === "union" && declaration.origin === undefined,
  );
  if (configured !== undefined) {
    const named = unions.find((union) => union.id === configured && union.discriminator !== undefined);
    if (named === undefined) diagnostics.report(irDiagnostics.create("unknown-frames", { name: configured }));
    return named;
  }
  const marked = unions.filter((union) => namedDiscriminator(union) !== undefined);
  if (marked.length > 1) {
    const names = marked.map(({ id }) => id);
    diagnostics.report(irDiagnostics.create("ambiguous-frames", { names }));
  }
  return marked.length === 1 ? marked[0] : undefined;
}
