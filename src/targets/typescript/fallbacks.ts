import { declarationTypes, innerTypes } from "../../ir/graph.js";
import type { Protocol, TypeExpr } from "../../ir/types.js";
import type { Fallback } from "../target.js";

/** Every place whose type is `unknown` because TypeScript cannot say what the schema says. The validators still check it. */
export function typeFallbacks(protocol: Protocol): readonly Fallback[] {
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
