import { defineDiagnostics } from "../diagnostics/define-diagnostics.js";

interface RevisionParameters {
  readonly "not-found": { readonly revision: string; readonly reason: string };
  readonly "no-source": { readonly revision: string; readonly source: string };
  readonly unreadable: { readonly revision: string; readonly protocol: string };
  readonly "several-protocols": { readonly revision: string; readonly protocols: readonly string[] };
  readonly "unknown-protocol": { readonly name: string; readonly known: readonly string[] };
  readonly "document-only": { readonly revision: string; readonly file: string; readonly missing: readonly string[] };
}

/** What can be wrong with the other version of a protocol. */
export const revisionDiagnostics = defineDiagnostics<RevisionParameters>("revision", {
  "not-found": {
    severity: "error",
    message: ({ revision, reason }) => `"${revision}" is no file, no folder and no git revision: ${reason}`,
    help: () =>
      "Name a branch, a tag or a commit, or the path of a registry or JSON Schema file. In a shallow clone, fetch it first.",
  },
  "no-source": {
    severity: "error",
    message: ({ revision, source }) => `${revision} has neither ${source} nor a JSON Schema output of the protocol`,
    help: () => "Compare with a later revision, or with a JSON Schema file: `--against path/to/protocol.schema.json`.",
  },
  unreadable: {
    severity: "error",
    message: ({ revision, protocol }) => `The protocol "${protocol}" of ${revision} cannot be read`,
    help: () => "The findings beside this one say why. They are about that version, not about the present one.",
  },
  "several-protocols": {
    severity: "error",
    message: ({ revision, protocols }) =>
      `Which protocol is ${revision} a version of? The config has ${protocols.length}`,
    help: ({ protocols }) => `Say so: \`--protocol ${protocols[0] ?? "name"}\`. There are: ${protocols.join(", ")}.`,
  },
  "unknown-protocol": {
    severity: "error",
    message: ({ name }) => `The config has no protocol "${name}"`,
    help: ({ known }) => `The protocols are: ${known.join(", ")}.`,
  },
  "document-only": {
    severity: "warning",
    message: ({ revision, file, missing }) =>
      `Of ${revision} only ${file} could be read, which does not say its ${missing.join(", ")}`,
    help: () => "They are not compared. The registry of that revision could not be loaded.",
  },
});
