import type { DiagnosticCollector } from "../../diagnostics/collector.js";
import { irDiagnostics } from "../diagnostics.js";
import type { Declaration, DeclarationId } from "../types.js";
import { namedDiscriminator } from "./discriminate.js";

/** The frame union: the one that the config names, else the only registered union that names its discriminator. */
export function findFrames(
  declarations: readonly Declaration[],
  configured: string | undefined,
  diagnostics: DiagnosticCollector,
): DeclarationId | undefined {
  const unions = declarations.filter(({ kind, origin }) => kind === "union" && origin === undefined);
  if (configured !== undefined) {
    const named = unions.find(
      (union) => union.id === configured && union.kind === "union" && union.discriminator !== undefined,
    );
    if (named === undefined) diagnostics.report(irDiagnostics.create("unknown-frames", { name: configured }));
    return named?.id;
  }
  const marked = unions.filter((union) => namedDiscriminator(union) !== undefined);
  const [only] = marked;
  if (marked.length > 1) {
    const names = marked.map(({ id }) => id);
    diagnostics.report(irDiagnostics.create("ambiguous-frames", { names }));
  }
  return marked.length === 1 ? only?.id : undefined;
}
