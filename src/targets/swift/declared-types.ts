import { indexDeclarations } from "../../ir/graph.js";
import type { TupleType } from "../../ir/type-expr.js";
import type { Declaration, DeclarationId, OriginStep, Protocol } from "../../ir/types.js";
import { invariant } from "../../support/invariant.js";
import type { NameScope } from "../shared/name-scope.js";
import { nestedName } from "../shared/nested-name.js";
import { nameShapes } from "../shared/shape-names.js";
import type { SharedShapes } from "../shared/shared-shapes.js";
import { createVariantNames } from "../shared/variant-names.js";
import { typedPlaces } from "../shared/typed-places.js";
import {
  type MemberNaming,
  memberNames,
  nestedNaming,
  shapeSpelling,
  swiftScope,
  swiftTypeName,
  variantTypeSpelling,
} from "./names.js";

/** A type of the generated file. For example `{ path: ["CronJob", "Schedule"] }`. */
export interface DeclaredType {
  /** Its name after those of the types that it stands in, outermost first. */
  readonly path: readonly string[];
}

/** A tuple, which Swift models as a struct of its own. */
export interface DeclaredTuple extends DeclaredType {
  readonly type: TupleType;
}

/** The name that a shape has in one place, where it is written out among those that several places have. */
export interface DeclaredPlace extends DeclaredType {
  readonly canonical: DeclarationId;
}

/** What stands in a type, or on the top level. */
export type DeclaredChild = Declaration | DeclaredTuple | DeclaredPlace;

/** The Swift names of everything that a protocol declares. */
export interface DeclaredTypes {
  /** A declaration's name where it stands. */
  of(id: DeclarationId): DeclaredType;
  /** Its name where it is written out. */
  written(id: DeclarationId): DeclaredType;
  /** What holds the shapes that stand in several places; undefined where there are none. */
  readonly shared: { readonly name: string; readonly children: readonly Declaration[] } | undefined;
  ofTuple(type: TupleType): DeclaredType;
  /** The declarations and tuples that stand inside a declaration, in order; `undefined` asks for the top level. */
  nested(id: DeclarationId | undefined): readonly DeclaredChild[];
  /** The names of an object's properties by wire name; none for other declarations. */
  members(id: DeclarationId): ReadonlyMap<string, string>;
  /** Every path in use, as `CronJob.Schedule`. */
  readonly paths: ReadonlySet<string>;
}

/** What holds the shapes that several places have. */
const SHARED = "SharedShapes";

/** What names are given by. */
export interface NamingParts {
  readonly topLevel: NameScope;
  readonly shared: SharedShapes;
  /** How properties are called. */
  readonly naming: MemberNaming;
}

/**
 * Names every declaration and tuple of a protocol. Registered names come first, so that nothing nested ever renames
 * them; `topLevel` already holds the names that are not for models.
 */
export function declareTypes(protocol: Protocol, { topLevel, shared, naming: style }: NamingParts): DeclaredTypes {
  const naming = createNaming(protocol, topLevel, style);
  const declarations = protocol.declarations.filter(({ id }) => !shared.isHidden(id));
  for (const declaration of declarations) {
    if (declaration.origin === undefined) naming.nameRegistered(declaration);
  }
  const shapes = naming.nameShared(declarations.filter(({ id }) => shared.isShared(id)));
  for (const declaration of declarations) {
    if (declaration.origin === undefined) continue;
    const canonical = shared.canonical(declaration.id);
    const isOwn = canonical === declaration.id && !shared.isShared(canonical);
    naming.nameHoisted(declaration, declaration.origin, isOwn ? undefined : canonical);
  }
  for (const declaration of declarations) {
    if (shared.canonical(declaration.id) === declaration.id) naming.nameTuples(declaration);
  }
  return { ...naming.result, shared: shapes };
}

/** How deep types nest. The compiler takes a second for 10 levels, 40 for 30; what is nested deeper stands beside its parent. */
const DEEPEST = 8;

/** A type to name: the declaration that can hold it, or none for the top level, and the name that it would have. */
interface Nesting {
  readonly owner: DeclarationId | undefined;
  readonly name: string;
}

function createNaming(protocol: Protocol, topLevel: NameScope, style: MemberNaming) {
  const declarations = indexDeclarations(protocol.declarations);
  const nested = { ...nestedNaming, variants: createVariantNames(declarations, variantTypeSpelling) };
  const types = new Map<DeclarationId, DeclaredType>();
  const owners = new Map<DeclarationId, DeclarationId | undefined>();
  const tuples = new Map<TupleType, DeclaredTuple>();
  const members = new Map<DeclarationId, ReadonlyMap<string, string>>();
  const scopes = new Map<DeclarationId, NameScope>();
  const children = new Map<DeclarationId | undefined, DeclaredChild[]>();
  const sharedTypes = new Map<DeclarationId, DeclaredType>();
  const paths = new Set<string>();

  const find = (id: DeclarationId): DeclaredType => known(types.get(id), id);
  const written = (id: DeclarationId): DeclaredType => sharedTypes.get(id) ?? find(id);
  /** Nested types and properties share one scope in Swift, which is made when the first nested type asks for it. */
  const scopeOf = (id: DeclarationId): NameScope => {
    const scope = scopes.get(id) ?? swiftScope([...written(id).path, ...membersOf(id).values()]);
    scopes.set(id, scope);
    return scope;
  };
  const membersOf = (id: DeclarationId): ReadonlyMap<string, string> => {
    const declaration = known(declarations.get(id), id);
    const wireNames = declaration.kind === "object" ? declaration.properties.map(({ wireName }) => wireName) : [];
    const names = members.get(id) ?? memberNames(wireNames, { style, isType: (name) => paths.has(name) }).names;
    members.set(id, names);
    return names;
  };
  const place = ({ owner, name }: Nesting, child: (path: readonly string[]) => DeclaredChild): void => {
    const path = owner === undefined ? [topLevel.take(name)] : [...written(owner).path, scopeOf(owner).take(name)];
    paths.add(path.join("."));
    const siblings = children.get(owner) ?? [];
    siblings.push(child(path));
    children.set(owner, siblings);
  };
  const nesting = (parent: DeclarationId, steps: readonly OriginStep[]): Nesting => {
    const declaration = known(declarations.get(parent), parent);
    const name = nestedName(steps, declaration, nested);
    const { path } = written(parent);
    if (declaration.kind === "alias") return { owner: undefined, name: swiftTypeName(`${path.join("")}${name}`) };
    if (path.length < DEEPEST) return { owner: parent, name: swiftTypeName(name) };
    return { owner: owners.get(parent), name: swiftTypeName(`${path.at(-1) ?? ""}${name}`) };
  };
  const name = (declaration: Declaration, where: Nesting, canonical?: DeclarationId): void =>
    place(where, (path) => {
      types.set(declaration.id, { path });
      owners.set(declaration.id, where.owner);
      return canonical === undefined ? declaration : { path, canonical };
    });
  return {
    nameRegistered: (declaration: Declaration) =>
      name(declaration, { owner: undefined, name: swiftTypeName(declaration.id) }),
    nameShared: (shapes: readonly Declaration[]): DeclaredTypes["shared"] => {
      if (shapes.length === 0) return undefined;
      const space = topLevel.take(SHARED);
      const scope = swiftScope([space]);
      const spelt = nameShapes(shapes, { ...shapeSpelling, variants: nested.variants });
      for (const { id } of shapes) {
        const path = [space, scope.take(swiftTypeName(spelt.get(id) ?? ""))];
        sharedTypes.set(id, { path });
        paths.add(path.join("."));
      }
      paths.add(space);
      return { name: space, children: shapes };
    },
    nameHoisted: (
      declaration: Declaration,
      { parent, steps }: NonNullable<Declaration["origin"]>,
      canonical: DeclarationId | undefined,
    ) => name(declaration, nesting(parent, steps), canonical),
    nameTuples: (declaration: Declaration) => {
      for (const { type, steps } of typedPlaces(declaration)) {
        if (type.kind !== "tuple" || tuples.has(type)) continue;
        place(nesting(declaration.id, steps), (path) => {
          tuples.set(type, { type, path });
          return { type, path };
        });
      }
    },
    result: {
      of: find,
      written,
      ofTuple: (type: TupleType): DeclaredType => known(tuples.get(type), "a tuple"),
      nested: (id: DeclarationId | undefined) => children.get(id) ?? [],
      members: membersOf,
      paths,
    },
  };
}

function known<T>(value: T | undefined, what: string): T {
  invariant(value !== undefined, `${what} has no Swift name`);
  return value;
}
