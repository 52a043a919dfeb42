import { defineDiagnostics } from "../../diagnostics/define-diagnostics.js";

interface LintParameters {
  readonly "unused-ignore": { readonly rule: string; readonly path: string };
  readonly "unknown-protocol": { readonly protocol: string; readonly known: readonly string[] };
}

/** What lint has to say beside the rules' own findings, whose codes are `lint/<rule>`. */
export const lintDiagnostics = defineDiagnostics<LintParameters>("lint", {
  "unused-ignore": {
    severity: "warning",
    message: ({ rule, path }) => `The ignore entry of "${rule}" for ${path} hides nothing`,
    help: () => "Take it out of the config, or correct its path: `*` stands for any text.",
  },
  "unknown-protocol": {
    severity: "error",
    message: ({ protocol }) => `An ignore entry names the protocol "${protocol}", which the config does not have`,
    help: ({ known }) => `The protocols are: ${known.join(", ")}.`,
  },
});
