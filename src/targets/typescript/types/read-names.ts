import { declarationTypes, indexDeclarations, innerTypes } from "../../../ir/graph.js";
import type { TypeExpr } from "../../../ir/type-expr.js";
import type { Declaration, DeclarationId, Property, Protocol } from "../../../ir/types.js";
import { createNameScope } from "../../shared/name-scope.js";
import type { TypeNames } from "../names.js";

/** What the types are called that hold what a newer peer may send. */
export interface ReadNames {
  /** The declarations that are read as something else than they are written as. */
  readonly differing: ReadonlySet<DeclarationId>;
  /** The type that a declaration is read as. For example `ReadCronJob`, or its own name where nothing differs. */
  of(id: DeclarationId): string;
  /** What a variant that is not known is called; undefined where there can be none. */
  readonly unknown: string | undefined;
}

/** Finds the declarations that are read as something else, and names what they are read as. */
export function nameReads(protocol: Protocol, names: TypeNames): ReadNames {
  const differing = findDiffering(protocol.declarations);
  const scope = createNameScope(names.values(), (name) => name);
  const hasUnknown = protocol.events.length > 0 || protocol.declarations.some(({ kind }) => kind === "union");
  const unknown = hasUnknown ? scope.take("Unknown") : undefined;
  const given = new Map([...names].map(([id, name]) => [id, differing.has(id) ? scope.take(`Read${name}`) : name]));
  return { differing, of: (id) => given.get(id) ?? id, unknown };
}

function findDiffering(declarations: readonly Declaration[]): ReadonlySet<DeclarationId> {
  const index = indexDeclarations(declarations);
  const users = new Map<DeclarationId, DeclarationId[]>();
  const differing = new Set<DeclarationId>();
  const waiting: DeclarationId[] = [];
  const add = (id: DeclarationId): void => {
    if (differing.has(id)) return;
    differing.add(id);
    waiting.push(id);
  };
  for (const declaration of declarations) {
    if (differsItself(declaration, index)) add(declaration.id);
    for (const target of declarationTypes(declaration).flatMap(references)) {
      users.set(target, [...(users.get(target) ?? []), declaration.id]);
    }
  }
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) users.get(id)?.forEach(add);
  return differing;
}

function references(type: TypeExpr): readonly DeclarationId[] {
  return type.kind === "ref" ? [type.target] : innerTypes(type).flatMap(references);
}

function differsItself(declaration: Declaration, index: ReadonlyMap<DeclarationId, Declaration>): boolean {
  switch (declaration.kind) {
    case "enum":
      return !declaration.open;
    case "union":
      return true;
    case "alias":
      return differs(declaration.type);
    case "object":
      return declaration.properties.some(
        (property) => !isPresent(property) || (!isConstant(property.type, index) && differs(property.type)),
      );
  }
}

/** Constants that are not held to, and lists that may only be empty, as long as nobody is newer. */
function differs(type: TypeExpr): boolean {
  if (type.kind === "literal") return true;
  if (type.kind === "array" && type.constraints.maxItems === 0) return true;
  return innerTypes(type).some(differs);
}

/** A property that can only be absent is none: what stands there is not known. */
export function isPresent({ type, presence }: Property): boolean {
  return type.kind !== "never" || presence === "required";
}

/** Whether a property holds a constant, or that or null: that says what the object is, so no newer peer changes it. */
export function isConstant(type: TypeExpr, index: ReadonlyMap<DeclarationId, Declaration>): boolean {
  if (type.kind === "nullable") return isConstant(type.inner, index);
  if (type.kind !== "ref") return type.kind === "literal";
  const target = index.get(type.target);
  const isNamed = target?.kind === "alias" && (target.type.kind === "literal" || target.type.kind === "ref");
  return isNamed && isConstant(target.type, index);
}
