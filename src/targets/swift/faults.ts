import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { TypeExpr } from "../../ir/type-expr.js";
import type { Declaration, DeclarationId, Protocol } from "../../ir/types.js";
import { typedPlaces } from "../shared/typed-places.js";
import { swiftDiagnostics } from "./diagnostics.js";
import type { DistinctNames } from "../shared/spell-out.js";
import { caseNames, type MemberNaming, memberNames } from "./names.js";
import type { TypeSource } from "./swift-types.js";
import type { TranslationContext } from "./translation-context.js";

/** What is wrong with a protocol, or with the options, as far as Swift is concerned. */
export function findFaults(
  protocol: Protocol,
  { closed, source }: TranslationContext,
  style: MemberNaming,
): readonly Diagnostic[] {
  return [
    ...textFaults(protocol),
    ...unknownClosed(closed, source),
    ...protocol.declarations.flatMap((declaration) => speltOutNames(declaration, style)),
    ...protocol.declarations.flatMap((declaration) => nameFaults(declaration, source)),
  ];
}

function unknownClosed(closed: ReadonlySet<DeclarationId>, { declarations }: TypeSource): readonly Diagnostic[] {
  const unknown = [...closed].filter((id) => {
    const kind = declarations.get(id)?.kind;
    return kind !== "enum" && kind !== "union";
  });
  return unknown.map((id) => swiftDiagnostics.create("unknown-closed", { id }));
}

/** Names that could not be what they would be alone. */
function speltOutNames(declaration: Declaration, style: MemberNaming): readonly Diagnostic[] {
  const { source: path } = declaration;
  const report = <T extends string | number>({ names, speltOut }: DistinctNames<T>): readonly Diagnostic[] =>
    speltOut.map(({ texts, shared }) => {
      const called = texts.map((text) => names.get(text) ?? "");
      return swiftDiagnostics.create("spelt-out", { texts: texts.map(String), shared, names: called }, { path });
    });
  if (declaration.kind === "enum") return report(caseNames(declaration.values.map(({ value }) => value)));
  if (declaration.kind !== "object") return [];
  const wireNames = declaration.properties.map(({ wireName }) => wireName);
  return report(memberNames(wireNames, { style, isType: () => false }));
}

function nameFaults({ id, origin }: Declaration, { declared }: TypeSource): readonly Diagnostic[] {
  if (origin !== undefined) return [];
  const name = declared.of(id).path.join(".");
  return name === id ? [] : [swiftDiagnostics.create("renamed-declaration", { id, name }, { path: id })];
}

/** Texts of which Swift compares or holds less than JSON does: half surrogate pairs, and two forms of one text. */
function textFaults(protocol: Protocol): readonly Diagnostic[] {
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
