import { defineDiagnostics } from "../diagnostics/define-diagnostics.js";

interface ApiParameters {
  readonly "unknown-target": {
    readonly name: string;
    readonly suggestion: string | undefined;
    known: readonly string[];
  };
  readonly "target-not-configured": { readonly name: string; readonly configured: readonly string[] };
  readonly "nothing-to-compare": object;
  readonly "empty-option": { readonly option: string };
}

/** What can be wrong with the options that a program gives. */
export const apiDiagnostics = defineDiagnostics<ApiParameters>("api", {
  "unknown-target": {
    severity: "error",
    message: ({ name }) => `There is no target "${name}"`,
    help: ({ suggestion, known }) =>
      `${suggestion === undefined ? "" : `Did you mean "${suggestion}"? `}The targets are: ${known.join(", ")}.`,
  },
  "target-not-configured": {
    severity: "error",
    message: ({ name }) => `No protocol of the config has the target "${name}"`,
    help: ({ configured }) => `Add it to a protocol's \`targets\`. The config has: ${configured.join(", ")}.`,
  },
  "nothing-to-compare": {
    severity: "error",
    message: () => "With what should the project be compared?",
    help: () => 'Name a git revision, a file or a folder: `diff({ against: "main" })`.',
  },
  "empty-option": {
    severity: "error",
    message: ({ option }) => `The option "${option}" is empty`,
    help: () => "Give it a value, or leave it out. A variable that it is made from may be unset.",
  },
});
