import type { IntegerType, NumberType, TypeExpr, UnknownType } from "../../../src/ir/type-expr.js";
import type {
  Declaration,
  DeclarationId,
  ObjectDeclaration,
  Property,
  UnionDeclaration,
} from "../../../src/ir/types.js";
import { isJsonArray, isJsonObject, type JsonValue } from "../../../src/support/json.js";

/** The way to a value in an instance. For example `["items", 0, "id"]`. */
export type Path = readonly (string | number)[];

interface PlaceBase {
  readonly path: Path;
  /** What the place is in the protocol: the same in every instance. For example `CronJob.schedule`. */
  readonly key: string;
}

/** A place in an instance that a test may change, knowing what becomes of it. */
export type Place =
  | (PlaceBase & { readonly kind: "property"; readonly property: Property; readonly isTag: boolean })
  | (PlaceBase & { readonly kind: "object"; readonly declaration: ObjectDeclaration })
  | (PlaceBase & { readonly kind: "enum"; readonly base: "string" | "integer" | "number" })
  | (PlaceBase & { readonly kind: "tagged"; readonly wireName: string; readonly declaration: UnionDeclaration })
  | (PlaceBase & { readonly kind: "free"; readonly type: IntegerType | NumberType | UnknownType });

type Declarations = ReadonlyMap<DeclarationId, Declaration>;

/** A value, where it stands, and the property that its union told it by. */
interface Visit extends PlaceBase {
  readonly value: JsonValue;
  readonly tag?: string | undefined;
}

/**
 * The places of a valid instance, outermost first. What an untagged union holds is left out: there, what one variant
 * refuses another may take.
 */
export function placesOf(id: DeclarationId, instance: JsonValue, declarations: Declarations): readonly Place[] {
  return declarationPlaces(id, { path: [], key: id, value: instance }, declarations);
}

function typePlaces(type: TypeExpr, visit: Visit, declarations: Declarations): readonly Place[] {
  const { path, key, value } = visit;
  const items = isJsonArray(value) ? value : [];
  switch (type.kind) {
    case "ref":
      return declarationPlaces(type.target, visit, declarations);
    case "nullable":
      return value === null ? [] : typePlaces(type.inner, visit, declarations);
    case "array":
      return items.flatMap((item, index) => typePlaces(type.items, inside(visit, index, item), declarations));
    case "tuple":
      return items.flatMap((item, index) => {
        const element = type.elements[index] ?? type.rest;
        return element === undefined ? [] : typePlaces(element, inside(visit, index, item), declarations);
      });
    case "map":
      return (isJsonObject(value) ? Object.entries(value) : []).flatMap(([name, item]) =>
        typePlaces(type.values, inside(visit, name, item), declarations),
      );
    case "integer":
    case "number":
    case "unknown":
      return [{ kind: "free", path, key, type }];
    default:
      return [];
  }
}

function declarationPlaces(target: DeclarationId, visit: Visit, declarations: Declarations): readonly Place[] {
  const declaration = declarations.get(target);
  const here = { ...visit, key: target };
  switch (declaration?.kind) {
    case "object":
      return objectPlaces(declaration, here, declarations);
    case "enum":
      return [{ kind: "enum", path: visit.path, key: target, base: declaration.base }];
    case "alias":
      return typePlaces(declaration.type, here, declarations);
    case "union":
      return unionPlaces(declaration, here, declarations);
    default:
      return [];
  }
}

function objectPlaces(declaration: ObjectDeclaration, visit: Visit, declarations: Declarations): readonly Place[] {
  const { path, value, key, tag } = visit;
  if (!isJsonObject(value)) return [];
  const present = declaration.properties.filter(({ wireName }) => Object.hasOwn(value, wireName));
  const inner = present.flatMap((property): readonly Place[] => {
    const name = property.wireName;
    const child = { path: [...path, name], key: `${key}.${name}`, value: value[name] ?? null };
    const place: Place = { kind: "property", path: child.path, key: child.key, property, isTag: name === tag };
    return [place, ...typePlaces(property.type, child, declarations)];
  });
  return [{ kind: "object", path, key, declaration }, ...inner];
}

function unionPlaces(declaration: UnionDeclaration, visit: Visit, declarations: Declarations): readonly Place[] {
  const { path, value, key } = visit;
  const wireName = declaration.discriminator?.wireName;
  if (wireName === undefined || !isJsonObject(value)) return [];
  const variant = declaration.variants.find(({ tags }) => tags.some((tag) => tag === value[wireName]));
  const inner = variant === undefined ? [] : typePlaces(variant.type, { ...visit, tag: wireName }, declarations);
  return [{ kind: "tagged", path, key, wireName, declaration }, ...inner];
}

function inside({ path, key }: Visit, step: string | number, value: JsonValue): Visit {
  return { path: [...path, step], key: `${key}[]`, value };
}
