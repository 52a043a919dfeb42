import { defineDiagnostics } from "../../../diagnostics/define-diagnostics.js";

interface ValidateParameters {
  readonly invalid: { readonly explanation: string };
  readonly "not-json": { readonly reason: string };
  readonly "unknown-name": {
    readonly kind: "method" | "event";
    readonly name: string;
    readonly suggestion: string | undefined;
  };
  readonly "unreadable-file": { readonly file: string; readonly reason: string };
  readonly "no-name": object;
  readonly "no-frames": { readonly protocol: string };
  readonly "several-protocols": { readonly protocols: readonly string[] };
  readonly "method-without-frame": object;
}

/** What is wrong with values that are validated, and with what was asked for. */
export const validateDiagnostics = defineDiagnostics<ValidateParameters>("validate", {
  invalid: {
    severity: "error",
    message: ({ explanation }) => explanation,
    help: () => "Change the value, or the schema that refuses it.",
  },
  "not-json": {
    severity: "error",
    message: ({ reason }) => `This is no JSON: ${reason}`,
    help: () => "Write one JSON value in the file, or one on each line.",
  },
  "unknown-name": {
    severity: "error",
    message: ({ kind, name }) => `The protocol has no ${kind} "${name}"`,
    help: ({ kind, suggestion }) =>
      suggestion === undefined ? `\`typewire inspect\` lists every ${kind}.` : `Did you mean "${suggestion}"?`,
  },
  "unreadable-file": {
    severity: "error",
    message: ({ file, reason }) => `${file} cannot be read: ${reason}`,
    help: () => "Name files that exist, or - for standard input.",
  },
  "no-name": {
    severity: "error",
    message: () => "Validate against what?",
    help: () => "Name a definition, as in `typewire validate Name file.json`, or say --frame.",
  },
  "no-frames": {
    severity: "error",
    message: ({ protocol }) => `The protocol ${protocol} has no union of frames`,
    help: () => "Name it with `frames` in the config, or validate against a definition.",
  },
  "several-protocols": {
    severity: "error",
    message: ({ protocols }) => `Several protocols have that: ${protocols.join(", ")}`,
    help: ({ protocols }) => `Choose one, as in \`--protocol ${protocols[0] ?? ""}\`.`,
  },
  "method-without-frame": {
    severity: "error",
    message: () => "--method is for frames",
    help: () => "Say --frame too.",
  },
});
