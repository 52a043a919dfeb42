import { defineDiagnostics } from "../../diagnostics/define-diagnostics.js";

interface StagedParameters {
  readonly "no-repository": { readonly reason: string };
  readonly "not-staged": { readonly path: string };
  readonly "not-tracked": { readonly path: string };
}

/** What keeps `check --staged` from vouching for a commit. */
export const stagedDiagnostics = defineDiagnostics<StagedParameters>("staged", {
  "no-repository": {
    severity: "error",
    message: ({ reason }) => `Git does not tell what is staged: ${reason}`,
    help: () => "Run `typewire check --staged` inside a git repository, or `typewire check` anywhere.",
  },
  "not-staged": {
    severity: "error",
    message: ({ path }) =>
      `${path} has changes that are not staged, so the commit would hold something else than was checked`,
    help: ({ path }) => `Run: git add ${path}`,
  },
  "not-tracked": {
    severity: "error",
    message: ({ path }) => `${path} is not tracked by git, so the commit would not hold it`,
    help: ({ path }) => `Run: git add ${path} (if a .gitignore names it, take it out there)`,
  },
});
