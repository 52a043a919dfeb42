import type { DiagnosticCollector } from "../diagnostics/collector.js";
import type { Protocol } from "../ir/types.js";
import { createRenderer } from "../render/renderer.js";
import { invariant } from "../support/invariant.js";
import { targets } from "../targets/index.js";
import type { Validation } from "../targets/target.js";

/** Validators of a protocol as the text of a TypeScript module, for whoever can run it. */
export interface PrintedValidation extends Pick<Validation, "validators"> {
  readonly text: string;
}

/** Has the target that can make validators for this very process make them. */
export function produceValidation(protocol: Protocol, diagnostics: DiagnosticCollector): PrintedValidation {
  const target = targets.find(({ translateValidation }) => translateValidation !== undefined);
  const validation = target?.translateValidation?.(protocol, diagnostics);
  invariant(target !== undefined && validation !== undefined, "a target can validate");
  const { unit, validators } = validation;
  return { validators, text: createRenderer().render(target.name, unit) };
}
