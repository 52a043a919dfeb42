import { defineDiagnostics } from "../diagnostics/define-diagnostics.js";
import { systemHelp } from "../support/system-help.js";

interface CliParameters {
  readonly "unknown-target": {
    readonly name: string;
    readonly suggestion: string | undefined;
    readonly known: readonly string[];
  };
  readonly "target-not-configured": { readonly name: string; readonly configured: readonly string[] };
  readonly "empty-value": { readonly name: string };
  readonly "unexpected-argument": { readonly argument: string };
  readonly "system-fault": { readonly call: string; readonly path: string | undefined; readonly reason: string };
  readonly "out-without-schema": object;
  readonly "schema-without-out": { readonly schema: string };
  readonly "config-with-schema": { readonly schema: string; readonly config: string };
  readonly "several-schemas": { readonly first: string; readonly second: string };
  readonly "unknown-protocol": {
    readonly name: string;
    readonly suggestion: string | undefined;
    readonly known: readonly string[];
  };
  readonly "nothing-to-compare": object;
  readonly "several-protocols": { readonly known: readonly string[] };
  readonly "late-fault": { readonly reason: string };
  readonly "unknown-definition": { readonly name: string; readonly suggestion: string | undefined };
}

/** What can be wrong with a command line that commander cannot know. */
export const cliDiagnostics = defineDiagnostics<CliParameters>("cli", {
  "unknown-target": {
    severity: "error",
    message: ({ name }) => `There is no target "${name}"`,
    help: ({ suggestion, known }) => `${didYouMean(suggestion)}The targets are: ${known.join(", ")}.`,
  },
  "target-not-configured": {
    severity: "error",
    message: ({ name }) => `No protocol of the config has the target "${name}"`,
    help: ({ configured }) => `Add it to a protocol's \`targets\`. The config has: ${configured.join(", ")}.`,
  },
  "empty-value": {
    severity: "error",
    message: ({ name }) => `${name} is empty`,
    help: () => "Give it a value, or leave it out. A variable that it is made from may be unset.",
  },
  "unexpected-argument": {
    severity: "error",
    message: ({ argument }) =>
      `"${argument}" is neither the path of a schema file nor anything else that is expected here`,
    help: () => "A schema file ends in .ts, .mts, .cts, .js, .mjs, .cjs or .json, and stands first.",
  },
  "system-fault": {
    severity: "error",
    message: ({ call, path, reason }) =>
      `The system refused \`${call}\`${path === undefined ? "" : ` of ${path}`}: ${reason}`,
    help: ({ reason }) => systemHelp(reason) ?? "Mend that, and run the command again.",
  },
  "out-without-schema": {
    severity: "error",
    message: () => "--out is for a schema file that is named on the command line",
    help: () => "Name the file, as in `typewire generate path/to/schema.ts --out dir`, or set `output` in the config.",
  },
  "schema-without-out": {
    severity: "error",
    message: ({ schema }) => `Where should the output of ${schema} go?`,
    help: ({ schema }) => `Say so: \`typewire generate ${schema} --out dir\`.`,
  },
  "config-with-schema": {
    severity: "error",
    message: ({ schema, config }) => `Should ${schema} be read, or what the config ${config} describes?`,
    help: () => "Name one of them: a schema file on the command line is read without any config.",
  },
  "several-schemas": {
    severity: "error",
    message: ({ first, second }) => `Both ${first} and ${second} are schema files, and a command line takes one`,
    help: () => "Run the command once for each, or describe both in a config.",
  },
  "unknown-protocol": {
    severity: "error",
    message: ({ name }) => `There is no protocol "${name}" in the config`,
    help: ({ suggestion, known }) => `${didYouMean(suggestion)}The protocols are: ${known.join(", ")}.`,
  },
  "nothing-to-compare": {
    severity: "error",
    message: () => "With what should the project be compared?",
    help: () => "Name a git revision, a file or a folder: `typewire diff --against main`.",
  },
  "several-protocols": {
    severity: "error",
    message: () => "The config has several protocols",
    help: ({ known }) => `Say which one: \`--protocol ${known[0] ?? "name"}\`. The protocols are: ${known.join(", ")}.`,
  },
  "late-fault": {
    severity: "warning",
    message: ({ reason }) => `Something that the config or a registry started failed after it had been read: ${reason}`,
    help: () => "It came too late to change anything here. Let a module that is imported start nothing.",
  },
  "unknown-definition": {
    severity: "error",
    message: ({ name }) => `No protocol has a definition, method or event "${name}"`,
    help: ({ suggestion }) => `${didYouMean(suggestion)}\`typewire inspect\` lists all.`,
  },
});

function didYouMean(suggestion: string | undefined): string {
  return suggestion === undefined ? "" : `Did you mean "${suggestion}"? `;
}
