import type { IntegerType, NumberType, TypeExpr, UnknownType } from "../../../src/ir/type-expr.js";
import type {
  Declaration,
  DeclarationId,
  ObjectDeclaration,
  Property,
  UnionDeclaration,
} from "../../../src/ir/types.js";
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../../../src/support/json.js";

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

interface Visit extends PlaceBase {
  readonly value: JsonValue;
  readonly tag?: string;
}

/**
 * The places of a valid instance, outermost first. What an untagged union holds is left out: there, what one variant
 * refuses another may take.
 */
export function placesOf(id: DeclarationId, instance: JsonValue, declarations: Declarations): readonly Place[] {
  const places: Place[] = [];
  const visitType = (type: TypeExpr, visit: Visit): void => {
    const { path, key, value } = visit;
    switch (type.kind) {
      case "ref":
        visitDeclaration(type.target, visit);
        break;
      case "nullable":
        if (value !== null) visitType(type.inner, visit);
        break;
      case "array":
        itemsOf(value).forEach((item, index) => visitType(type.items, inside(visit, index, item)));
        break;
      case "tuple":
        itemsOf(value).forEach((item, index) => {
          const element = type.elements[index] ?? type.rest;
          if (element !== undefined) visitType(element, inside(visit, index, item));
        });
        break;
      case "map":
        for (const [name, item] of entriesOf(value)) visitType(type.values, inside(visit, name, item));
        break;
      case "integer":
      case "number":
      case "unknown":
        places.push({ kind: "free", path, key, type });
        break;
      default:
    }
  };
  const visitDeclaration = (target: DeclarationId, { path, value, tag }: Visit): void => {
    const declaration = declarations.get(target);
    const visit = { path, value, key: target };
    switch (declaration?.kind) {
      case "object":
        visitObject(declaration, tag === undefined ? visit : { ...visit, tag });
        break;
      case "enum":
        places.push({ kind: "enum", path, key: target, base: declaration.base });
        break;
      case "alias":
        visitType(declaration.type, visit);
        break;
      case "union":
        visitUnion(declaration, visit);
        break;
      default:
    }
  };
  const visitObject = (declaration: ObjectDeclaration, visit: Visit): void => {
    const { path, value, key, tag } = visit;
    if (!isJsonObject(value)) return;
    places.push({ kind: "object", path, key, declaration });
    for (const property of declaration.properties) {
      const name = property.wireName;
      if (!Object.hasOwn(value, name)) continue;
      const child = { path: [...path, name], key: `${key}.${name}`, value: value[name] ?? null };
      places.push({ kind: "property", path: child.path, key: child.key, property, isTag: name === tag });
      visitType(property.type, child);
    }
  };
  const visitUnion = ({ discriminator, ...union }: UnionDeclaration, { path, value, key }: Visit): void => {
    if (discriminator === undefined || !isJsonObject(value)) return;
    const { wireName } = discriminator;
    places.push({ kind: "tagged", path, key, wireName, declaration: { ...union, discriminator } });
    const variant = union.variants.find(({ tags }) => tags.some((tag) => tag === value[wireName]));
    if (variant !== undefined) visitType(variant.type, { path, value, key, tag: wireName });
  };
  visitDeclaration(id, { path: [], key: id, value: instance });
  return places;
}

function inside({ path, key }: Visit, step: string | number, value: JsonValue): Visit {
  return { path: [...path, step], key: `${key}[]`, value };
}

function itemsOf(value: JsonValue): readonly JsonValue[] {
  return isJsonArray(value) ? value : [];
}

function entriesOf(value: JsonValue): readonly (readonly [string, JsonValue])[] {
  return isJsonObject(value) ? Object.entries<JsonValue>(value satisfies JsonObject) : [];
}
