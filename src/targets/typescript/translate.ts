import type { Protocol } from "../../ir/types.js";
import type { TargetContext, Translation } from "../target.js";
import { typeFallbacks } from "./fallbacks.js";
import { nameTypes } from "./names.js";
import { translateProtocol } from "./protocol/translate-protocol.js";
import { translateTypes } from "./types/translate-types.js";

/** Translates a protocol into its three modules. */
export function translate(protocol: Protocol, { diagnostics }: TargetContext): Translation {
  const names = nameTypes(protocol, diagnostics);
  return {
    units: [
      { path: "types.ts", template: "types", view: translateTypes(protocol, names), format: "typescript" },
      { path: "protocol.ts", template: "protocol", view: translateProtocol(protocol, names), format: "typescript" },
    ],
    fallbacks: typeFallbacks(protocol),
  };
}
