import { indexDeclarations, innerTypes } from "../../ir/graph.js";
import type { Declaration, DeclarationId, OriginStep, Protocol, TupleType, TypeExpr } from "../../ir/types.js";
import { invariant } from "../../support/invariant.js";
import { createNameScope, type NameScope } from "./name-scope.js";
import { memberNames } from "./member-names.js";
import { swiftTypeName } from "./names.js";
import { nestedTypeName } from "./nested-names.js";

/** A type of the generated file. For example `{ path: ["CronJob", "Schedule"] }`. */
export interface DeclaredType {
  /** Its name after those of the types that it stands in, outermost first. */
  readonly path: readonly string[];
}

/** A tuple, which Swift models as a struct of its own. */
export interface DeclaredTuple extends DeclaredType {
  readonly type: TupleType;
}

/** The Swift names of everything that a protocol declares. */
export interface DeclaredTypes {
  of(id: DeclarationId): DeclaredType;
  ofTuple(type: TupleType): DeclaredType;
  /** The declarations and tuples that stand inside a declaration, in order; `undefined` asks for the top level. */
  nested(id: DeclarationId | undefined): readonly (Declaration | DeclaredTuple)[];
  /** Every path in use, as `CronJob.Schedule`. */
  readonly paths: ReadonlySet<string>;
  /** The scope of the members and nested types of a declaration. */
  scope(id: DeclarationId): NameScope;
}

/** Names every declaration and tuple of a protocol. `topLevel` already holds the names that are not for models. */
export function declareTypes(protocol: Protocol, topLevel: NameScope): DeclaredTypes {
  const naming = createNaming(protocol, topLevel);
  const registered = protocol.declarations.filter(({ origin }) => origin === undefined);
  for (const declaration of registered) {
    naming.name(declaration, { owner: undefined, name: swiftTypeName(declaration.id) });
  }
  for (const declaration of protocol.declarations) {
    if (declaration.origin !== undefined) naming.nameHoisted(declaration, declaration.origin);
  }
  for (const declaration of protocol.declarations) naming.nameTuples(declaration);
  return naming.result;
}

/** Where a type goes: inside a declaration that can hold types, or at the top level. */
interface Nesting {
  readonly owner: DeclarationId | undefined;
  readonly name: string;
}

function createNaming(protocol: Protocol, topLevel: NameScope) {
  const declarations = indexDeclarations(protocol.declarations);
  const types = new Map<DeclarationId, DeclaredType>();
  const tuples = new Map<TupleType, DeclaredTuple>();
  const scopes = new Map<DeclarationId, NameScope>();
  const children = new Map<DeclarationId | undefined, (Declaration | DeclaredTuple)[]>();
  const paths = new Set<string>();

  const find = (id: DeclarationId): DeclaredType => {
    const type = types.get(id);
    invariant(type, `${id} has no Swift name`);
    return type;
  };
  const scopeOf = (id: DeclarationId): NameScope => {
    const scope = scopes.get(id);
    invariant(scope, `${id} has no scope`);
    return scope;
  };
  const place = ({ owner, name }: Nesting): DeclaredType => {
    const path = owner === undefined ? [topLevel.take(name)] : [...find(owner).path, scopeOf(owner).take(name)];
    paths.add(path.join("."));
    return { path };
  };
  const keep = (owner: DeclarationId | undefined, child: Declaration | DeclaredTuple): void => {
    children.set(owner, [...(children.get(owner) ?? []), child]);
  };
  const name = (declaration: Declaration, nesting: Nesting): void => {
    const type = place(nesting);
    types.set(declaration.id, type);
    scopes.set(declaration.id, createNameScope([...type.path, ...membersOf(declaration)]));
    keep(nesting.owner, declaration);
  };
  const nesting = (parent: DeclarationId, steps: readonly OriginStep[]): Nesting => {
    const declaration = declarations.get(parent);
    invariant(declaration, `${parent} is not declared`);
    const nested = nestedTypeName(steps, declaration);
    if (declaration.kind !== "alias") return { owner: parent, name: swiftTypeName(nested) };
    return { owner: undefined, name: swiftTypeName(`${find(parent).path.join("")}${nested}`) };
  };
  const nameTuplesIn = (type: TypeExpr, owner: DeclarationId, steps: readonly OriginStep[]): void => {
    if (type.kind === "tuple" && !tuples.has(type)) {
      const where = nesting(owner, steps);
      const tuple = { type, ...place(where) };
      tuples.set(type, tuple);
      keep(where.owner, tuple);
    }
    innerTypes(type).forEach((inner, index) => nameTuplesIn(inner, owner, [...steps, stepInto(type, index)]));
  };
  return {
    name,
    nameHoisted: (
      declaration: Declaration,
      { parent, steps }: { parent: DeclarationId; steps: readonly OriginStep[] },
    ) => name(declaration, nesting(parent, steps)),
    nameTuples: (declaration: Declaration) => {
      for (const { type, steps } of typedPlaces(declaration)) nameTuplesIn(type, declaration.id, steps);
    },
    result: {
      of: find,
      ofTuple: (type: TupleType): DeclaredType => {
        const tuple = tuples.get(type);
        invariant(tuple, "a tuple has no Swift name");
        return tuple;
      },
      nested: (id: DeclarationId | undefined) => children.get(id) ?? [],
      paths,
      scope: scopeOf,
    },
  };
}

/** Nested types and properties share one scope in Swift. */
function membersOf(declaration: Declaration): readonly string[] {
  return declaration.kind === "object" ? [...memberNames(declaration.properties).values()] : [];
}

function stepInto(type: TypeExpr, index: number): OriginStep {
  switch (type.kind) {
    case "array":
      return { kind: "items" };
    case "map":
      return { kind: "values" };
    case "tuple":
      return { kind: "element", index };
    default:
      return { kind: "value" };
  }
}

interface TypedPlace {
  readonly type: TypeExpr;
  readonly steps: readonly OriginStep[];
}

function typedPlaces(declaration: Declaration): readonly TypedPlace[] {
  switch (declaration.kind) {
    case "object": {
      const extra = typeof declaration.additional === "string" ? [] : [declaration.additional];
      return [
        ...declaration.properties.map(({ type, wireName }) => ({
          type,
          steps: [{ kind: "property" as const, wireName }],
        })),
        ...[...declaration.patterns.map(({ type }) => type), ...extra].map((type) => ({
          type,
          steps: [{ kind: "values" as const }],
        })),
      ];
    }
    case "union":
      return declaration.variants.map(({ type }, index) => ({ type, steps: [{ kind: "variant" as const, index }] }));
    case "alias":
      return [{ type: declaration.type, steps: [] }];
    case "enum":
      return [];
  }
}
