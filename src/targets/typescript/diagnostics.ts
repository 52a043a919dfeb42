import { defineDiagnostics } from "../../diagnostics/define-diagnostics.js";

/** What the TypeScript target reports. */
export const typescriptDiagnostics = defineDiagnostics<{
  /** A definition's name is no TypeScript name, or another definition has it. */
  renamed: { readonly name: string; readonly reason: string };
  /** A definition's own validator has the name of a function that validates by method or event. */
  "table-renamed": { readonly wanted: string; readonly name: string };
  /** A name that the config gives is none for a declaration of protocol.ts. */
  "bad-name": { readonly setting: string; readonly name: string; readonly reason: string };
}>("typescript", {
  renamed: {
    severity: "warning",
    message: ({ name, reason }) => `The type is called ${name}, since ${reason}`,
    help: () => "Register the schema under a name of its own that TypeScript can use, such as OrderLine.",
  },
  "bad-name": {
    severity: "error",
    message: ({ setting, name, reason }) => `names.${setting} cannot be ${JSON.stringify(name)}, since ${reason}`,
    help: () => "Give another name in the protocol's `names`.",
  },
  "table-renamed": {
    severity: "warning",
    message: ({ wanted, name }) =>
      `The function that validates by name is called ${name}, since ${wanted} is a definition's`,
    help: ({ wanted }) => `Register ${wanted.slice("validate".length)} under another name to have ${wanted} back.`,
  },
});
