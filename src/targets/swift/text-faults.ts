import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { TypeExpr } from "../../ir/type-expr.js";
import type { Declaration, Protocol } from "../../ir/types.js";
import { swiftDiagnostics } from "./diagnostics.js";
import { typedPlaces } from "./typed-places.js";

/** Texts of which Swift compares or holds less than JSON does: half surrogate pairs, and two forms of one text. */
export function findTextFaults(protocol: Protocol): readonly Diagnostic[] {
  const lists: readonly (readonly [string, readonly string[]])[] = [
    ...protocol.declarations.flatMap((declaration) =>
      textLists(declaration).map((texts) => [declaration.source, texts] as const),
    ),
    ["errorCodes", protocol.errorCodes],
    ["methods", protocol.methods.map(({ name }) => name)],
    ["events", protocol.events.map(({ name }) => name)],
  ];
  return lists.flatMap(([path, texts]) => [...halfPairs(texts, path), ...sameTexts(texts, path)]);
}

/** The lists of texts that have to be told apart from each other, or that are written as they are. */
function textLists(declaration: Declaration): readonly (readonly string[])[] {
  const constants = typedPlaces(declaration)
    .flatMap(({ type }) => literalText(type))
    .map((text) => [text]);
  switch (declaration.kind) {
    case "object":
      return [declaration.properties.map(({ wireName }) => wireName), ...constants];
    case "enum":
      return [declaration.values.map(({ value }) => value).filter((value) => typeof value === "string")];
    case "union":
      return [declaration.variants.flatMap(({ tags }) => tags).filter((tag) => typeof tag === "string"), ...constants];
    case "alias":
      return constants;
  }
}

function literalText(type: TypeExpr): readonly string[] {
  return type.kind === "literal" && typeof type.value === "string" ? [type.value] : [];
}

function halfPairs(texts: readonly string[], path: string): readonly Diagnostic[] {
  return texts
    .filter((text) => /\p{Cs}/u.test(text))
    .map((text) => swiftDiagnostics.create("half-pair", { text }, { path }));
}

function sameTexts(texts: readonly string[], path: string): readonly Diagnostic[] {
  const seen = new Map<string, string>();
  return texts.flatMap((second) => {
    const first = seen.get(second.normalize("NFC"));
    seen.set(second.normalize("NFC"), first ?? second);
    return first === undefined || first === second
      ? []
      : [swiftDiagnostics.create("same-text", { first, second }, { path })];
  });
}
