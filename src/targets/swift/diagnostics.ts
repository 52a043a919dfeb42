import { defineDiagnostics } from "../../diagnostics/define-diagnostics.js";

interface SwiftDiagnostics {
  readonly "renamed-declaration": { readonly id: string; readonly name: string };
  readonly "spelt-out": {
    readonly texts: readonly string[];
    readonly shared: string;
    readonly names: readonly string[];
  };
  readonly "unknown-closed": { readonly id: string };
  readonly "half-pair": { readonly text: string };
  readonly "same-text": { readonly first: string; readonly second: string };
  readonly "bad-name": { readonly setting: string; readonly name: string; readonly reason: string };
}

/** What the Swift target may have to say. */
export const swiftDiagnostics = defineDiagnostics<SwiftDiagnostics>("swift", {
  "renamed-declaration": {
    severity: "warning",
    message: ({ id, name }) => `${id} is ${name} in Swift`,
    help: () => "Swift cannot spell the name, or it would hide another type; give the definition another name.",
  },
  "spelt-out": {
    severity: "warning",
    message: ({ texts, shared, names }) =>
      `${texts.map(escaped).join(" and ")} would all be ${shared} in Swift; they are ${names.join(" and ")}`,
    help: () => "Nothing is wrong. Texts that differ in more than marks and case have shorter names.",
  },
  "unknown-closed": {
    severity: "error",
    message: ({ id }) => `closed names ${id}, which is no enum or union`,
    help: () => "Give the id that `typewire inspect` prints, or remove it.",
  },
  "half-pair": {
    severity: "error",
    message: ({ text }) => `${JSON.stringify(text)} holds half a surrogate pair, which no Swift string can hold`,
    help: () => "Use text that is well-formed Unicode.",
  },
  "same-text": {
    severity: "error",
    message: ({ first, second }) => `${escaped(first)} and ${escaped(second)} are the same text to Swift`,
    help: () => "Write both in one Unicode normal form, and keep one of them.",
  },
  "bad-name": {
    severity: "error",
    message: ({ setting, name, reason }) => `names.${setting} cannot be ${JSON.stringify(name)}, since ${reason}`,
    help: () => "Give another name in the protocol's `names`.",
  },
});

/** Text with everything beyond ASCII as escapes, since the two look alike. */
function escaped(text: string): string {
  return JSON.stringify(text).replace(/[^\x20-\x7E]/g, escapeUnit);
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
}
