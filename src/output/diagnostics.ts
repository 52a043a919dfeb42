import { defineDiagnostics } from "../diagnostics/define-diagnostics.js";
import { systemHelp } from "../support/system-help.js";

interface OutputParameters {
  readonly "duplicate-path": { readonly path: string; readonly owners: readonly [string, string] };
  readonly "outside-project": { readonly path: string; readonly owner: string };
  readonly "not-a-file": { readonly path: string; readonly found: string };
  readonly "not-a-folder": { readonly path: string; readonly parent: string };
  readonly "not-readable": { readonly path: string; readonly reason: string };
  readonly "not-writable": { readonly path: string; readonly reason: string };
  readonly "foreign-file": { readonly path: string; readonly owner: string };
}

/** What can be wrong with the places that outputs go to. */
export const outputDiagnostics = defineDiagnostics<OutputParameters>("output", {
  "duplicate-path": {
    severity: "error",
    message: ({ path, owners: [first, second] }) => `${first} and ${second} both write ${path}`,
    help: () => "Give each target an output of its own; names that differ in case alone are one file on many machines.",
  },
  "outside-project": {
    severity: "error",
    message: ({ path, owner }) => `${owner} would write ${path}, which is outside the project`,
    help: () => "Outputs stay inside the folder of the config file, symbolic links followed. Choose a path below it.",
  },
  "not-a-file": {
    severity: "error",
    message: ({ path, found }) => `${path} is ${found}, where a generated file should be`,
    help: () => "Move it away, or change the output path in the config.",
  },
  "not-a-folder": {
    severity: "error",
    message: ({ path, parent }) => `${path} cannot exist, since ${parent} is not a folder`,
    help: () => "Move that file away, or change the output path in the config.",
  },
  "not-readable": {
    severity: "error",
    message: ({ path, reason }) => `${path} cannot be read: ${reason}`,
    help: ({ reason }) =>
      `Generated files have to be readable to be compared. ${(reason === "EACCES" ? undefined : systemHelp(reason)) ?? "Change its permissions."}`,
  },
  "not-writable": {
    severity: "error",
    message: ({ path, reason }) => `${path} cannot be written: ${reason}`,
    help: ({ reason }) =>
      (reason === "EACCES" ? undefined : systemHelp(reason)) ??
      "Change the permissions of its folder, or the output path in the config.",
  },
  "foreign-file": {
    severity: "warning",
    message: ({ path, owner }) => `${path} is no output of ${owner}, and was not written by typewire`,
    help: ({ path }) => `It was left alone. Move or delete ${path}: the folder belongs to the generated files.`,
  },
});
