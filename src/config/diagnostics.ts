import { defineDiagnostics } from "../diagnostics/define-diagnostics.js";

interface Parameters {
  readonly "file-not-found": { file: string | undefined };
  readonly "invalid-module": { file: string; reason: string; help: string | undefined };
  readonly "import-failed": { file: string; reason: string; isSlow: boolean };
  readonly "invalid-json": { file: string; reason: string };
  readonly "no-default-export": { file: string; exported: readonly string[] };
  readonly "unknown-key": { key: string; parent: string; suggestion: string | undefined; known: readonly string[] };
  readonly "missing-key": { key: string; parent: string; expected: string };
  readonly "invalid-value": { path: string; expected: string; received: string; suggestion: string | undefined };
  readonly "no-protocols": { file: string };
  readonly "no-targets": { protocol: string; known: readonly string[] };
  readonly "invalid-name": { name: string };
}

/** What can be wrong with a config. */
export const configDiagnostics = defineDiagnostics<Parameters>("config", {
  "file-not-found": {
    severity: "error",
    message: ({ file }) =>
      file === undefined
        ? "There is no typewire.config.ts in this folder or above it"
        : `The config "${file}" does not exist`,
    help: ({ file }) =>
      file === undefined
        ? "Run `typewire init` to write one, or `typewire generate path/to/schema.ts --out dir` to do without."
        : "Correct the path after `--config`.",
  },
  "invalid-module": {
    severity: "error",
    message: ({ file, reason }) => `The config "${file}" does not compile: ${reason}`,
    help: ({ help }) => help ?? "Correct the file; nothing can be read from it before it compiles.",
  },
  "import-failed": {
    severity: "error",
    message: ({ file, reason }) => `The config "${file}" failed while it was imported: ${reason}`,
    help: ({ isSlow }) =>
      isSlow
        ? "Let it do nothing but make its exports; where it needs the time, `--import-timeout <seconds>` gives it more."
        : "The config is imported to read it; make sure that importing it alone succeeds.",
  },
  "invalid-json": {
    severity: "error",
    message: ({ file, reason }) => `The config "${file}" is not JSON: ${reason}`,
    help: () => "Correct the file; for comments, use typewire.config.js instead.",
  },
  "no-default-export": {
    severity: "error",
    message: ({ file }) => `The config "${file}" has no default export`,
    help: ({ exported }) =>
      exported.length === 0
        ? "It exports nothing. Write `export default defineConfig({ … })`."
        : `It exports ${exported.join(", ")}. Write \`export default defineConfig({ … })\`.`,
  },
  "unknown-key": {
    severity: "error",
    message: ({ key, parent }) => `Unknown key "${key}" in ${parent}`,
    help: ({ suggestion, known }) => {
      const all = known.length === 0 ? "No key is expected there." : `Expected one of: ${known.join(", ")}.`;
      return suggestion === undefined ? all : `Did you mean "${suggestion}"? ${all}`;
    },
  },
  "missing-key": {
    severity: "error",
    message: ({ key, parent }) => `The key "${key}" is missing in ${parent}`,
    help: ({ key, expected }) => `Add \`${key}\`: it must be ${expected}.`,
  },
  "invalid-value": {
    severity: "error",
    message: ({ path, expected, received }) => `${path} must be ${expected}, not ${received}`,
    help: ({ suggestion, path }) =>
      suggestion === undefined ? `Change the value of ${path}.` : `Did you mean ${JSON.stringify(suggestion)}?`,
  },
  "no-protocols": {
    severity: "error",
    message: ({ file }) => `The config "${file}" describes no protocol, so there is nothing to do`,
    help: () => 'Add one: `protocols: { gateway: { source: "schema.ts", targets: { … } } }`.',
  },
  "no-targets": {
    severity: "error",
    message: ({ protocol }) => `The protocol "${protocol}" has no target, so nothing would be generated from it`,
    help: ({ known }) => `Add at least one to \`targets\`: ${known.join(", ")}.`,
  },
  "invalid-name": {
    severity: "error",
    message: ({ name }) => `"${name}" cannot be a protocol's name`,
    help: () =>
      "Use letters, digits, dots, hyphens and underscores, beginning with a letter or a digit: it becomes a folder's name.",
  },
});
