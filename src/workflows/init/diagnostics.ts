import { defineDiagnostics } from "../../diagnostics/define-diagnostics.js";

interface InitParameters {
  readonly "nobody-to-ask": object;
  readonly "no-source": { readonly exportName: string };
  readonly "several-sources": { readonly sources: readonly string[] };
  readonly "source-not-found": { readonly source: string };
  readonly "by-hand": { readonly path: string; readonly reason: string };
  readonly "not-written": { readonly path: string; readonly reason: string };
}

/** What can keep `init` from setting a project up. */
export const initDiagnostics = defineDiagnostics<InitParameters>("init", {
  "nobody-to-ask": {
    severity: "error",
    message: () => "There is no terminal to ask questions on",
    help: () => "Take what is found with `typewire init --yes`, and say the rest: --source, --targets, --hook.",
  },
  "no-source": {
    severity: "error",
    message: ({ exportName }) => `No module of this folder exports \`${exportName}\``,
    help: () => "Name the registry: `typewire init --yes --source path/to/schema.ts`.",
  },
  "several-sources": {
    severity: "error",
    message: ({ sources }) => `Which registry is meant? There are ${sources.length}: ${sources.join(", ")}`,
    help: ({ sources }) => `Name it: \`typewire init --yes --source ${sources[0] ?? "path/to/schema.ts"}\`.`,
  },
  "source-not-found": {
    severity: "error",
    message: ({ source }) => `The registry "${source}" does not exist`,
    help: () => "Name a module, a JSON Schema file or a package that can be found from this folder.",
  },
  "by-hand": {
    severity: "error",
    message: ({ path, reason }) => `${path} was left alone: ${reason}`,
    help: () => "Add the lines above to it.",
  },
  "not-written": {
    severity: "error",
    message: ({ path, reason }) => `${path} cannot be written: ${reason}`,
    help: () => "Change its permissions or its folder's, and run `typewire init` again.",
  },
});
