import { defineDiagnostics } from "../../diagnostics/define-diagnostics.js";

/** What the TypeScript target reports. */
export const typescriptDiagnostics = defineDiagnostics<{
  /** A definition's name is no TypeScript name, or another definition has it. */
  renamed: { readonly name: string; readonly reason: string };
}>("typescript", {
  renamed: {
    severity: "warning",
    message: ({ name, reason }) => `The type is called ${name}, since ${reason}`,
    help: () => "Register the schema under a name of its own that TypeScript can use, such as ChatMessage.",
  },
});
