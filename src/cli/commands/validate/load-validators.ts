import { transform } from "esbuild";
import type { DiagnosticCollector } from "../../../diagnostics/collector.js";
import type { Protocol } from "../../../ir/types.js";
import { produceValidation } from "../../../pipeline/produce-validation.js";
import { invariant } from "../../../support/invariant.js";
import { type Fault, faultsOf } from "./fault.js";

/** The generated validators of a protocol, running. */
export interface Validators {
  /** What is wrong with a value; empty where it is valid. For example `check("ChatMessage", value, { allErrors: true })`. */
  check(definition: string, value: unknown, options: { readonly allErrors: boolean }): readonly Fault[];
  /** A fault in one line for people. */
  explain(fault: Fault): string;
}

/** Generates the validators of a protocol, strips their types and imports them from memory. */
export async function loadValidators(protocol: Protocol, diagnostics: DiagnosticCollector): Promise<Validators> {
  const { text, validators } = produceValidation(protocol, diagnostics);
  const { code } = await transform(text, { loader: "ts", format: "esm" });
  const module: Readonly<Record<string, unknown>> = await import(
    `data:text/javascript;base64,${Buffer.from(code).toString("base64")}`
  );
  return {
    check: (definition, value, options) => {
      const validate = exported(module, validators.get(definition) ?? "");
      const isValid: unknown = validate(value, options);
      return isValid === true ? [] : faultsOf("errors" in validate ? validate.errors : undefined);
    },
    explain: (fault) => String(exported(module, "formatErrors")([fault])),
  };
}

function exported(module: Readonly<Record<string, unknown>>, name: string): (...parameters: unknown[]) => unknown {
  const value = module[name];
  invariant(isCallable(value), `the generated module exports ${name}`);
  return value;
}

function isCallable(value: unknown): value is (...parameters: unknown[]) => unknown {
  return typeof value === "function";
}
