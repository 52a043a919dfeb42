import { defineDiagnostics } from "../diagnostics/define-diagnostics.js";

interface CheckParameters {
  readonly "missing-file": { readonly path: string; readonly repair: string };
  readonly "stale-file": { readonly path: string; readonly repair: string };
  readonly "orphan-file": { readonly path: string; readonly owner: string; readonly repair: string };
  readonly "left-behind": { readonly path: string };
  readonly "untracked-file": { readonly path: string; readonly isIgnored: boolean };
  readonly "no-repository": object;
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
  "left-behind": {
    severity: "warning",
    message: ({ path }) => `${path} is left behind: no target of the config writes it any more`,
    help: () => "Delete it, or run: typewire generate --prune",
  },
  "untracked-file": {
    severity: "error",
    message: ({ path, isIgnored }) =>
      `${path} is not in the repository: git ${isIgnored ? "ignores" : "does not track"} it`,
    help: ({ path, isIgnored }) =>
      `Run: git add ${isIgnored ? "--force " : ""}${path} (if it is not to be committed, say \`committed: false\` in its target's settings)`,
  },
  "no-repository": {
    severity: "error",
    message: () => "The outputs are in no git repository, so nothing can be said of what is committed",
    help: () => "Run `typewire check --committed` inside a git repository, or `typewire check` anywhere.",
  },
  "foreign-file": {
    severity: "error",
    message: ({ path, owner }) => `${path} stands among the files of ${owner}, and was not written by typewire`,
    help: ({ path }) => `Move or delete ${path}: the folder belongs to the generated files.`,
  },
});
