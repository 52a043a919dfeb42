import { followAliases } from "../shared/follow-aliases.js";
import { declarationTypes, indexDeclarations, referencesOf } from "../../ir/graph.js";
import type { DeclarationId, ObjectDeclaration, Protocol } from "../../ir/types.js";
import type { NameScope } from "../shared/name-scope.js";
import { findRecursion } from "../shared/recursion.js";
import { findSharedShapes } from "../shared/shared-shapes.js";
import { typeFallbacks } from "../shared/type-fallbacks.js";
import { declarationsToShape } from "../shared/union-reading.js";
import { createVariantNames } from "../shared/variant-names.js";
import type { Fallback, GeneratedName, TargetContext, Translation } from "../target.js";
import { declareTypes } from "./declared-types.js";
import { findFaults } from "./faults.js";
import { filesOf } from "./files.js";
import { generatedNames } from "./generated-names.js";
import { caseSpelling, swiftScope } from "./names.js";
import type { SwiftOptions } from "./options.js";
import { modelViews } from "./translate-declaration.js";
import { hasMixedKeys } from "./translate-object.js";
import { protocolPart } from "./translate-protocol.js";
import type { TranslationContext } from "./translation-context.js";
import { createSecondNames, createTypeWriter, type SecondNames } from "./type-writer.js";

/**
 * Makes Swift models of a protocol: one file, or one per area. Names of the top level are given out in the order of the
 * steps: to the models, to what the protocol has beside them, and in both as second names, of which all are known last.
 */
export function translate(
  protocol: Protocol,
  { options, names: given = {}, diagnostics }: TargetContext<SwiftOptions>,
): Translation {
  const topLevel = swiftScope();
  const secondNames = createSecondNames(topLevel);
  const context = createContext(protocol, { options, topLevel, secondNames });
  findFaults(protocol, context, options.naming).forEach((fault) => diagnostics.report(fault));
  const models = modelViews(context);
  const beside = protocolPart(protocol, context, { names: given, topLevel, diagnostics });
  return {
    units: filesOf({ title: protocol.title, options, models, beside, secondNames: secondNames.needed() }),
    fallbacks: [...typeFallbacks(protocol), ...keyFallbacks(protocol, context)],
  };
}

/** Every name of the models, as `translate` gives them. */
export function namesOf(protocol: Protocol, { options }: TargetContext<SwiftOptions>): readonly GeneratedName[] {
  const topLevel = swiftScope();
  const secondNames = createSecondNames(topLevel);
  return generatedNames(protocol, createContext(protocol, { options, topLevel, secondNames }));
}

interface ContextParts {
  readonly options: SwiftOptions;
  readonly topLevel: NameScope;
  readonly secondNames: SecondNames;
}

function createContext(protocol: Protocol, { options, topLevel, secondNames }: ContextParts): TranslationContext {
  const closed = new Set(options.closed);
  const shared = findSharedShapes(protocol, closed);
  const declared = declareTypes(protocol, { topLevel, shared, naming: options.naming });
  const recursion = findRecursion(protocol, shared);
  const declarations = indexDeclarations(protocol.declarations);
  return {
    closed,
    source: {
      declarations,
      declared,
      recursiveAliases: recursion.aliases,
      endOf: followAliases(declarations, recursion.aliases),
    },
    caseNames: createVariantNames(declarations, caseSpelling),
    recursion,
    shared,
    used: usedDeclarations(protocol),
    shaped: new Set([...declarationsToShape(declarations)].map(shared.canonical)),
    paramsThatMayBeEmpty: new Set(paramsThatMayBeEmpty(protocol)),
    writer: createTypeWriter([], declared, secondNames),
  };
}

/** Objects that are a method's parameters, and of which nothing is required. */
function paramsThatMayBeEmpty({ methods, declarations }: Protocol): readonly DeclarationId[] {
  const params = new Set(methods.map((method) => method.params));
  const objects = declarations.filter(({ id }) => params.has(id));
  return objects.filter((declaration) => declaration.kind === "object" && mayBeEmpty(declaration)).map(({ id }) => id);
}

function mayBeEmpty({ properties, constraints, schema }: ObjectDeclaration): boolean {
  const asksMore = typeof schema === "object" && ["anyOf", "oneOf", "not", "if"].some((keyword) => keyword in schema);
  return !asksMore && !constraints.minProperties && properties.every(({ presence }) => presence === "optional");
}

function usedDeclarations(protocol: Protocol): ReadonlySet<DeclarationId> {
  const operations = [
    ...protocol.methods.flatMap(({ params, result }) => [params, result]),
    ...protocol.events.map(({ payload }) => payload),
  ];
  return new Set([
    ...protocol.declarations.flatMap((declaration) => declarationTypes(declaration).flatMap(referencesOf)),
    ...operations.filter((id) => id !== undefined),
  ]);
}

/** Objects that are written out and whose other keys become any JSON, although their schema says more. */
function keyFallbacks({ declarations }: Protocol, { shared, source }: TranslationContext): readonly Fallback[] {
  const written = declarations.filter(({ id }) => !shared.isHidden(id) && shared.canonical(id) === id);
  return written
    .filter((declaration) => declaration.kind === "object" && hasMixedKeys(declaration, source))
    .map(({ id }) => ({ construct: "keys of several types", path: id }));
}
