import { defineDiagnostics } from "../../../diagnostics/define-diagnostics.js";
import { MAX_NESTING } from "../../../support/nesting.js";

interface ValidateParameters {
  readonly invalid: { readonly explanation: string };
  readonly "not-json": { readonly reason: string };
  readonly "not-utf8": { readonly byte: number; readonly offset: number };
  readonly "too-deep": object;
  readonly "too-long": { readonly bytes: number };
  readonly "many-requests": { readonly remembered: number };
  readonly "no-room": { readonly reason: string };
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
  "not-utf8": {
    severity: "error",
    message: ({ byte, offset }) => `This is no UTF-8: the byte 0x${hexadecimal(byte)} at offset ${offset}`,
    help: () => "JSON is written in UTF-8: save it as that.",
  },
  "too-deep": {
    severity: "error",
    message: () => `the value must not be nested deeper than ${MAX_NESTING}`,
    help: () => "Put fewer objects and arrays into each other: no reader of the protocol goes deeper.",
  },
  "too-long": {
    severity: "error",
    message: ({ bytes }) => `One value is longer than ${bytes / 1024 / 1024} MiB, which is too long to be read at once`,
    help: () => "Write many values as lines of their own: then the input may be of any length.",
  },
  "many-requests": {
    severity: "warning",
    message: ({ remembered }) => `More than ${remembered} requests wait for a response, and the oldest are forgotten`,
    help: () =>
      "Responses to those are validated as frames only. Split the file, or name what they answer by --method.",
  },
  "no-room": {
    severity: "error",
    message: ({ reason }) => `The report is too long for memory, and cannot be kept in a temporary file: ${reason}`,
    help: () => "Make room there, name another folder by TMPDIR, or choose a format that needs none: text or github.",
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

/** For example `ff`. */
function hexadecimal(byte: number): string {
  return byte.toString(16).padStart(2, "0");
}
