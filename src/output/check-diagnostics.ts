import { defineDiagnostics } from "../diagnostics/define-diagnostics.js";

interface CheckParameters {
  readonly "missing-file": { readonly path: string; readonly repair: string };
  readonly "stale-file": { readonly path: string; readonly repair: string };
  readonly "orphan-file": { readonly path: string; readonly owner: string; readonly repair: string };
  readonly "foreign-file": { readonly path: string; readonly owner: string };
}

/** What `check` finds. `repair` is a command line. */
export const checkDiagnostics = defineDiagnostics<CheckParameters>("check", {
  "missing-file": {
    severity: "error",
    message: ({ path }) => `${path} is missing`,
    help: ({ repair }) => `Run: ${repair}`,
  },
  "stale-file": {
    severity: "error",
    message: ({ path }) => `${path} is not what its schemas give`,
    help: ({ repair }) => `Run: ${repair}`,
  },
  "orphan-file": {
    severity: "error",
    message: ({ path, owner }) => `${path} is left over: ${owner} does not generate it any more`,
    help: ({ repair }) => `Run: ${repair}`,
  },
  "foreign-file": {
    severity: "error",
    message: ({ path, owner }) => `${path} stands among the files of ${owner}, and was not written by typewire`,
    help: ({ path }) => `Move or delete ${path}: the folder belongs to the generated files.`,
  },
});
