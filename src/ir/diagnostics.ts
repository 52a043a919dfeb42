import { defineDiagnostics } from "../diagnostics/define-diagnostics.js";

/** What can be wrong with the schemas of a registry. */
export const irDiagnostics = defineDiagnostics("ir", {
  "unsupported-kind": {
    severity: "error",
    message: ({ kind }: { kind: string }) => `${kind} has no JSON form and cannot go on the wire`,
    help: ({ kind }) =>
      `Use a schema of what is really sent, or give \`kinds: { ${JSON.stringify(kind)}: { … } }\` in the config a draft-07 schema for it.`,
  },
  "unknown-type": {
    severity: "error",
    message: ({ type }: { type: string; near: string }) => `JSON Schema has no type ${JSON.stringify(type)}`,
    help: ({ near }) => `Did you mean ${JSON.stringify(near)}?`,
  },
  "not-json": {
    severity: "error",
    message: ({ keyword, found }: { keyword: string; found: string }) =>
      `\`${keyword}\` holds ${found}, which is not JSON`,
    help: ({ found }) =>
      found === "a regular expression" ? "Write the pattern as a string." : "Use a JSON value that means the same.",
  },
  "invalid-keyword": {
    severity: "error",
    message: ({ keyword, expected, found }: { keyword: string; expected: string; found: string }) =>
      `\`${keyword}\` must be ${expected}, but is ${found}`,
    help: ({ keyword }) => `Correct \`${keyword}\`: draft-07 gives its form.`,
  },
  "invalid-pattern": {
    severity: "error",
    message: ({ pattern, reason }: { pattern: string; reason: string }) =>
      `The pattern ${JSON.stringify(pattern)} is no regular expression: ${reason}`,
    help: () => "Correct the pattern; draft-07 patterns are those of ECMA 262.",
  },
  "unresolved-ref": {
    severity: "error",
    message: ({ ref }: { ref: string; near: string | undefined }) =>
      `The reference ${JSON.stringify(ref)} leads to no definition`,
    help: ({ near }) =>
      `Register the schema that it means, or correct the reference.${near === undefined ? "" : ` Did you mean ${JSON.stringify(near)}?`}`,
  },
  "recursive-pointer": {
    severity: "error",
    message: ({ ref }: { ref: string }) => `The reference ${JSON.stringify(ref)} leads back into itself`,
    help: () => "Make what repeats a definition of its own and refer to that.",
  },
  "endless-schema": {
    severity: "error",
    message: ({ ref }: { ref: string }) =>
      `The schema is defined by itself alone: ${JSON.stringify(ref)} leads back to it, and no value can be told valid or invalid`,
    help: () =>
      "Say what the schema is; a reference to itself has a meaning only inside a property, an item or a value.",
  },
  "too-deep": {
    severity: "error",
    message: () => "Intersections stand in each other too deeply here for anybody to read",
    help: () => "Give what is inside a name of its own in the registry, and refer to that.",
  },
  "cyclic-object": {
    severity: "error",
    message: () => "The schema object contains itself",
    help: () => "Use Type.Recursive or Type.Cyclic, which say recursion as a reference.",
  },
  "not-on-wire": {
    severity: "warning",
    message: ({ what }: { what: string }) =>
      `The ${what} works inside this process only: peers see the schema under it`,
    help: () => "Describe the wire form in the registry and apply the rest where the value is used.",
  },
  "ignored-beside-ref": {
    severity: "warning",
    message: ({ keywords }: { keywords: readonly string[] }) =>
      `${keywords.map((keyword) => `\`${keyword}\``).join(", ")} beside \`$ref\` says nothing: draft-07 (section 8.3) has every reader ignore it`,
    help: ({ keywords }) =>
      `Put the reference into \`allOf\`: { "allOf": [{ "$ref": … }], ${JSON.stringify(keywords[0] ?? "")}: … }. In TypeBox: Type.Intersect.`,
  },
  "lost-optional": {
    severity: "error",
    message: ({ key }: { key: string }) =>
      `The property ${JSON.stringify(key)} is marked optional by one version of TypeBox and required by another, which does not know the mark`,
    help: () => "Import the whole registry's `Type` from one package: `typebox` or `@sinclair/typebox`, not both.",
  },
  "unknown-frames": {
    severity: "error",
    message: ({ name }: { name: string }) =>
      `The frame union ${JSON.stringify(name)} is no discriminated union of the registry`,
    help: () => "Name in `frames` a registered union whose variants share a required constant.",
  },
  "ambiguous-frames": {
    severity: "error",
    message: ({ names }: { names: readonly string[] }) =>
      `${names.length} registered unions carry a discriminator: ${names.join(", ")}`,
    help: () => 'Say in the config which one is the frame union: `frames: "…"`.',
  },
  "unknown-mapping": {
    severity: "error",
    message: ({ key, name }: { key: string; name: string }) =>
      `The config maps ${key} to ${JSON.stringify(name)}, which is not registered`,
    help: () => "Name a registered definition, or null where there is none.",
  },
  "unknown-surface": {
    severity: "error",
    message: ({ key, kind }: { key: string; kind: string }) =>
      `The config maps the ${kind} ${JSON.stringify(key)}, which the registry does not list`,
    help: ({ kind }) => `Correct the name, or add it to the registry's ${kind}s.`,
  },
  "unregistered-schema": {
    severity: "error",
    message: ({ key }: { key: string }) => `${key} is a schema that is not registered`,
    help: () => "Add the schema to the registry, so that it has a name.",
  },
});
