import { declarationTypes, innerTypes } from "../../ir/graph.js";
import type { Protocol, TypeExpr } from "../../ir/types.js";
import type { Fallback } from "../target.js";

/** Places that become any JSON although their schema says more than that, each with the construct that Swift cannot say. */
export function findOpenFallbacks(protocol: Protocol): readonly Fallback[] {
  return protocol.declarations.flatMap((declaration) =>
    declarationTypes(declaration)
      .flatMap(constructs)
      .map((construct) => ({ construct, path: declaration.id })),
  );
}

function constructs(type: TypeExpr): readonly string[] {
  if (type.kind === "unknown") return type.reason === "open" ? [] : [type.reason.construct];
  return innerTypes(type).flatMap(constructs);
}
