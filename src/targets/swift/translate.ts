import { declarationTypes, indexDeclarations, referencesOf } from "../../ir/graph.js";
import type { TypeExpr } from "../../ir/type-expr.js";
import type { DeclarationId, Protocol } from "../../ir/types.js";
import type { Fallback, TargetContext, Translation } from "../target.js";
import { declareTypes } from "./declared-types.js";
import { swiftDiagnostics } from "./diagnostics.js";
import { filesOf } from "./files.js";
import { createNameScope } from "./name-scope.js";
import { typeFallbacks } from "../type-fallbacks.js";
import type { SwiftOptions } from "./options.js";
import { findRecursion } from "./recursion.js";
import { findTextFaults } from "./text-faults.js";
import { findSharedShapes } from "./shared-shapes.js";
import { createTypeWriter } from "./type-text.js";
import type { AppliedOptions, TranslationContext } from "./translation-context.js";

/** Makes Swift models of a protocol: one file, or one per area. */
export function translate(protocol: Protocol, target: TargetContext<SwiftOptions>): Translation {
  const fallbacks: Fallback[] = [...typeFallbacks(protocol)];
  const secondNames = new Map<string, string>();
  const context = createContext(protocol, {
    target,
    onFallback: (fallback) => fallbacks.push(fallback),
    secondNames,
  });
  reportFaults(protocol, context);
  return { units: filesOf(protocol, context, secondNames), fallbacks };
}

interface ContextParts {
  readonly target: TargetContext<SwiftOptions>;
  readonly onFallback: (fallback: Fallback) => void;
  readonly secondNames: Map<string, string>;
}

function createContext(protocol: Protocol, { target, onFallback, secondNames }: ContextParts): TranslationContext {
  const declarations = indexDeclarations(protocol.declarations);
  const topLevel = createNameScope();
  const options = appliedOptions(target.options);
  const shared = findSharedShapes(protocol, options.closed);
  const declared = declareTypes(protocol, topLevel, shared);
  const recursion = findRecursion(protocol, shared);
  const secondName = (name: string): string => {
    const second = secondNames.get(name) ?? topLevel.take(`${name}Definition`);
    secondNames.set(name, second);
    return second;
  };
  return {
    options,
    names: target.names ?? {},
    shared,
    source: { declarations, declared, recursiveAliases: recursion.aliases },
    recursion,
    used: usedDeclarations(protocol),
    told: new Set(toldApart(protocol).map(shared.canonical)),
    diagnostics: target.diagnostics,
    onFallback,
    topLevel,
    writer: createTypeWriter([], { declared, secondName }),
  };
}

function appliedOptions(options: SwiftOptions): AppliedOptions {
  const access = options.access === "internal" ? "" : `${options.access} `;
  return { ...options, access, closed: new Set(options.closed) };
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

/** Objects that a union without tags has to tell from other objects. */
function toldApart(protocol: Protocol): readonly DeclarationId[] {
  const unions = protocol.declarations.filter((declaration) => declaration.kind === "union");
  const untagged = unions.filter(({ discriminator }) => discriminator === undefined);
  return untagged.flatMap(({ variants }) => variants.flatMap(({ type }) => heldObjects(type)));
}

function heldObjects(type: TypeExpr): readonly DeclarationId[] {
  return type.kind === "ref" ? [type.target] : type.kind === "nullable" ? heldObjects(type.inner) : [];
}

function reportFaults(protocol: Protocol, { options, source, diagnostics }: TranslationContext): void {
  findTextFaults(protocol).forEach((fault) => diagnostics.report(fault));
  for (const id of options.closed) {
    const kind = source.declarations.get(id)?.kind;
    if (kind !== "enum" && kind !== "union") diagnostics.report(swiftDiagnostics.create("unknown-closed", { id }));
  }
  for (const { id, origin } of protocol.declarations) {
    if (origin !== undefined) continue;
    const name = source.declared.of(id).path.join(".");
    if (name !== id) {
      diagnostics.report(swiftDiagnostics.create("renamed-declaration", { id, name }, { path: id }));
    }
  }
}
