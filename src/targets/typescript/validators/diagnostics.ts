import { defineDiagnostics } from "../../../diagnostics/define-diagnostics.js";

interface ValidatorDiagnostics {
  readonly "unknown-keyword": { readonly keyword: string };
  readonly "unknown-format": { readonly format: string };
  readonly "unresolved-ref": { readonly ref: string };
  readonly "circular-ref": { readonly ref: string };
  readonly "invalid-pattern": { readonly pattern: string; readonly reason: string };
  readonly "malformed-keyword": { readonly keyword: string; readonly expected: string };
}

/** What can be wrong with a schema that validators are made from. */
export const validatorDiagnostics = defineDiagnostics<ValidatorDiagnostics>("typescript", {
  "unknown-keyword": {
    severity: "warning",
    message: ({ keyword }) =>
      `the keyword ${JSON.stringify(keyword)} is not part of draft-07; validators do not check it`,
    help: () => "Say it with draft-07 keywords, or name it x-… where it is only information.",
  },
  "unknown-format": {
    severity: "warning",
    message: ({ format }) => `the format ${JSON.stringify(format)} is unknown; validators accept every value for it`,
    help: () => "Use a format of draft-07, or say it with a pattern.",
  },
  "unresolved-ref": {
    severity: "error",
    message: ({ ref }) => `the reference ${JSON.stringify(ref)} leads nowhere`,
    help: () => "Point it at a definition of this document.",
  },
  "circular-ref": {
    severity: "error",
    message: ({ ref }) => `the reference ${JSON.stringify(ref)} leads back to itself without any schema between`,
    help: () => "Give one of the definitions on the way a schema of its own.",
  },
  "invalid-pattern": {
    severity: "error",
    message: ({ pattern, reason }) => `the pattern ${JSON.stringify(pattern)} is no regular expression: ${reason}`,
    help: () => "Write it as an ECMAScript regular expression.",
  },
  "malformed-keyword": {
    severity: "error",
    message: ({ keyword, expected }) => `the keyword ${JSON.stringify(keyword)} must be ${expected}`,
    help: () => "Correct the schema; validators cannot be made from it.",
  },
});
