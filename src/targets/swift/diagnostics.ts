import { defineDiagnostics } from "../../diagnostics/define-diagnostics.js";

interface SwiftDiagnostics {
  readonly "renamed-declaration": { readonly id: string; readonly name: string };
  readonly "unknown-closed": { readonly id: string };
  readonly "bad-name": { readonly option: string; readonly name: string };
}

/** What the Swift target may have to say. */
export const swiftDiagnostics = defineDiagnostics<SwiftDiagnostics>("swift", {
  "renamed-declaration": {
    severity: "warning",
    message: ({ id, name }) => `${id} is ${name} in Swift`,
    help: () => "Swift cannot spell the name, or it would hide another type; give the definition another name.",
  },
  "unknown-closed": {
    severity: "error",
    message: ({ id }) => `closed names ${id}, which is no enum or union`,
    help: () => "Give the id that `typewire inspect` prints, or remove it.",
  },
  "bad-name": {
    severity: "error",
    message: ({ option, name }) => `${option} is ${JSON.stringify(name)}, which is no Swift name`,
    help: () => "Give a name of letters, digits and underscores.",
  },
});
