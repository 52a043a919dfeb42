import { defineDiagnostics } from "../diagnostics/define-diagnostics.js";
import { MAX_SCHEMA_NESTING } from "../support/nesting.js";

/** A source as messages name it, and the export that is spoken of. For example `{ source: "schema.ts", name: "METHODS" }`. */
export interface ExportPlace {
  readonly source: string;
  readonly name: string;
}

interface Parameters {
  readonly "source-not-found": { source: string; isPackage: boolean; suggestion: string | undefined };
  readonly "unsupported-source": { source: string; found: string };
  readonly "invalid-module": { source: string; reason: string; help: string | undefined };
  readonly "import-failed": { source: string; reason: string; isSlow: boolean };
  readonly "no-exports": { source: string };
  readonly "missing-export": ExportPlace & { key: string; suggestion: string | undefined; exported: readonly string[] };
  readonly "invalid-export": ExportPlace & { expected: string; received: string };
  readonly "empty-registry": ExportPlace;
  readonly "invalid-schema": ExportPlace & { entry: string; received: string };
  readonly "nested-too-deep": ExportPlace & { entry: string; levels: number };
  readonly "invalid-entry": ExportPlace & { place: string; expected: string; received: string };
  readonly "duplicate-name": ExportPlace & { entry: string };
  readonly "metadata-not-json": ExportPlace & { place: string; received: string };
  readonly "invalid-json": { source: string; reason: string };
  readonly "later-draft": { source: string; keyword: string; draft: string; instead: string };
  readonly "other-language": { source: string; language: string; place: string };
  readonly "missing-definitions": { source: string; found: readonly string[] };
}

/** What can be wrong with a registry's source, before any schema is understood. */
export const registryDiagnostics = defineDiagnostics<Parameters>("registry", {
  "source-not-found": {
    severity: "error",
    message: ({ source, isPackage }) =>
      isPackage
        ? `The registry "${source}" is neither a file of the project nor a package that it can import`
        : `The registry "${source}" does not exist`,
    help: ({ isPackage, suggestion }) => {
      if (suggestion !== undefined) return `Did you mean "${suggestion}"? Paths are relative to the project's folder.`;
      return isPackage
        ? "Write a path relative to the project's folder, or install the package."
        : "Correct the path: it is relative to the config's folder, and on a command line to the working folder.";
    },
  },
  "unsupported-source": {
    severity: "error",
    message: ({ source, found }) => `The registry "${source}" is ${found}, which cannot be read`,
    help: () =>
      "Name a module (.ts, .mts, .cts, .js, .mjs, .cjs) that exports the schemas, or a JSON Schema file (.json).",
  },
  "invalid-module": {
    severity: "error",
    message: ({ source, reason }) => `The registry "${source}" does not compile: ${reason}`,
    help: ({ help }) => help ?? "Correct the source; nothing can be read from it before it compiles.",
  },
  "import-failed": {
    severity: "error",
    message: ({ source, reason }) => `The registry "${source}" failed while it was imported: ${reason}`,
    help: ({ isSlow }) =>
      isSlow
        ? "Let it do nothing but make its exports; where it needs the time, `--import-timeout <seconds>` gives it more."
        : "A registry is imported to read its exports; make sure that importing it alone succeeds.",
  },
  "no-exports": {
    severity: "error",
    message: ({ source }) => `The registry "${source}" exports nothing by name`,
    help: () => "Export an object `ProtocolSchemas` that maps each name to its schema.",
  },
  "missing-export": {
    severity: "error",
    message: ({ source, name }) => `The registry "${source}" does not export "${name}"`,
    help: ({ key, suggestion, exported }) =>
      suggestion === undefined
        ? `Export it, or name the export in the config with \`exports.${key}\`. It exports: ${list(exported)}.`
        : `Did you mean "${suggestion}"? Then set \`exports.${key}: "${suggestion}"\` in the config.`,
  },
  "invalid-export": {
    severity: "error",
    message: ({ source, name, expected, received }) =>
      `${name} of the registry "${source}" must be ${expected}, not ${received}`,
    help: ({ name }) => `Change what the registry exports as "${name}", or name another export in the config.`,
  },
  "empty-registry": {
    severity: "error",
    message: ({ source, name }) => `${name} of the registry "${source}" holds no schema`,
    help: () => "Register at least one schema: there is nothing to generate from an empty registry.",
  },
  "invalid-schema": {
    severity: "error",
    message: ({ source, name, entry, received }) =>
      `${name}.${entry} of the registry "${source}" is no schema but ${received}`,
    help: () =>
      "A schema is what TypeBox makes, or JSON Schema: an object or a boolean. An entry is undefined where two modules import each other in a circle.",
  },
  "nested-too-deep": {
    severity: "error",
    message: ({ source, name, entry, levels }) =>
      `${name}.${entry} of the registry "${source}" nests ${levels} levels deep; at most ${MAX_SCHEMA_NESTING} can be generated`,
    help: () => "Give a part of it a name of its own in the registry, and refer to that.",
  },
  "invalid-entry": {
    severity: "error",
    message: ({ source, name, place, expected, received }) =>
      `${name}${place} of the registry "${source}" must be ${expected}, not ${received}`,
    help: ({ name, place }) => `Correct ${name}${place}, or take it out.`,
  },
  "duplicate-name": {
    severity: "error",
    message: ({ source, name, entry }) => `${name} of the registry "${source}" lists "${entry}" twice`,
    help: () => "Remove one of the two, so that the name has one meaning.",
  },
  "metadata-not-json": {
    severity: "error",
    message: ({ source, name, place, received }) =>
      `${name}${place} of the registry "${source}" is ${received}, which JSON cannot hold`,
    help: () =>
      "What a registry says of a method or an event is carried as JSON: use strings, numbers, booleans, null, arrays and objects.",
  },
  "invalid-json": {
    severity: "error",
    message: ({ source, reason }) => `The JSON Schema file "${source}" is not JSON: ${reason}`,
    help: () => "Correct the file; comments and trailing commas are not JSON.",
  },
  "later-draft": {
    severity: "error",
    message: ({ source, keyword, draft }) =>
      `The JSON Schema file "${source}" says \`${keyword}\` as ${draft} means it, which draft-07 does not have`,
    help: ({ instead }) => instead,
  },
  "other-language": {
    severity: "error",
    message: ({ source, language }) => `The file "${source}" is an ${language} document, not a JSON Schema`,
    help: ({ place }) =>
      `Put what it has under ${place} into a JSON Schema file, by name under "definitions", and let each \`$ref\` begin with "#/definitions/".`,
  },
  "missing-definitions": {
    severity: "error",
    message: ({ source }) =>
      `The JSON Schema file "${source}" has neither "definitions" nor "$defs", and its root says nothing of values`,
    help: ({ found }) => `Put the schemas under "definitions", by name. Its root has: ${list(found)}.`,
  },
});

function list(names: readonly string[]): string {
  const shown = names.slice(0, 10);
  const rest = names.length - shown.length;
  if (shown.length === 0) return "nothing";
  return rest > 0 ? `${shown.join(", ")} and ${rest} more` : shown.join(", ");
}
