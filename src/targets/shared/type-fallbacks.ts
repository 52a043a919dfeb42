import { declarationTypes, innerTypes } from "../../ir/graph.js";
import type { TypeExpr } from "../../ir/type-expr.js";
import type { Protocol } from "../../ir/types.js";
import type { Fallback } from "../target.js";

/** Places whose type is left open because no static type says what the schema says, each with the construct. The schema keeps it. */
export function typeFallbacks(protocol: Protocol): readonly Fallback[] {
  return protocol.declarations.flatMap((declaration) =>
    declarationTypes(declaration)
      .flatMap(constructs)
      .map((construct) => ({ construct, path: declaration.source })),
  );
}

function constructs(type: TypeExpr): readonly string[] {
  if (type.kind === "unknown") return type.reason === "open" ? [] : [type.reason.construct];
  return innerTypes(type).flatMap(constructs);
}
