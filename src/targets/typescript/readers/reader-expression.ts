import type { TypeExpr } from "../../../ir/type-expr.js";
import type { Declaration, DeclarationId, ObjectDeclaration, Property, UnionDeclaration } from "../../../ir/types.js";
import { isPresent } from "../types/read-names.js";
import { readPattern } from "../../../json-schema/pattern.js";
import { invariant, unreachable } from "../../../support/invariant.js";
import { literal, memberKey, stringLiteral } from "../literals.js";
import type { TypeNames } from "../names.js";
import type { RuntimeName } from "./runtime.js";
import type { ShapePool } from "./shape-pool.js";
import { variantStep } from "./variant-step.js";

/** What readers are made from. */
export interface ReaderScope {
  readonly declarations: ReadonlyMap<DeclarationId, Declaration>;
  readonly names: TypeNames;
  /** Declarations that lead back to themselves. */
  isCircular(id: DeclarationId): boolean;
  readonly pool: ShapePool;
  /** The circular declarations that have been met. */
  readonly met: Set<DeclarationId>;
  /** The functions of the runtime that are called. */
  readonly used: Set<RuntimeName>;
}

/**
 * Whether another constant of the same type is a fault (`held`: at a property, or as a variant, where it says what the
 * thing is) or a value that is not known yet (`open`).
 */
type Constants = "held" | "open";

/** The reader of a type as an expression. For example a nullable array of texts → `nullable(list(text))`. */
export function readerOf(type: TypeExpr, scope: ReaderScope, constants: Constants = "open"): string {
  switch (type.kind) {
    case "string":
      return atom("text", scope);
    case "number":
    case "integer":
    case "never":
      return atom(type.kind, scope);
    case "boolean":
      return atom("truth", scope);
    case "null":
      return atom("nothing", scope);
    case "unknown":
      return atom("anything", scope);
    case "literal":
      if (constants === "held") return call(scope, "constant", literal(type.value));
      return call(scope, "values", baseOf(type.value), `[${literal(type.value)}]`);
    case "array":
      return call(scope, "list", readerOf(type.items, scope));
    case "tuple": {
      const elements = `[${type.elements.map((element) => readerOf(element, scope)).join(", ")}]`;
      const rest = type.rest === undefined ? [] : [readerOf(type.rest, scope)];
      return scope.pool.share(call(scope, "tuple", elements, String(type.required), ...rest));
    }
    case "map":
      return call(scope, "map", readerOf(type.values, scope));
    case "nullable":
      return call(scope, "nullable", readerOf(type.inner, scope, constants));
    case "ref":
      return referenceReader(type.target, scope, constants);
    default:
      return unreachable(type);
  }
}

/** What is circular has a name of its own, and is only asked for when it is needed. */
function referenceReader(id: DeclarationId, scope: ReaderScope, constants: Constants): string {
  const declaration = scope.declarations.get(id);
  invariant(declaration !== undefined, `${id} is declared`);
  if (!scope.isCircular(id)) return declarationReader(declaration, scope, constants);
  const name = `d_${scope.names.get(id) ?? id}`;
  if (!scope.met.has(id)) {
    scope.met.add(id);
    scope.pool.define(name, declarationReader(declaration, scope, constants));
  }
  return call(scope, "later", `() => ${name}`);
}

function declarationReader(declaration: Declaration, scope: ReaderScope, constants: Constants): string {
  switch (declaration.kind) {
    case "object":
      return scope.pool.share(objectReader(declaration, scope));
    case "union":
      return scope.pool.share(unionReader(declaration, scope));
    case "enum": {
      const values = declaration.values.map(({ value }) => literal(value)).join(", ");
      const base = `"${declaration.base}"`;
      return scope.pool.share(
        declaration.open ? call(scope, "values", base) : call(scope, "values", base, `[${values}]`),
      );
    }
    case "alias": {
      const { type } = declaration;
      const named = type.kind === "literal" || type.kind === "ref" ? constants : "open";
      return readerOf(type, scope, named);
    }
  }
}

function objectReader(declaration: ObjectDeclaration, scope: ReaderScope): string {
  const present = declaration.properties.filter(isPresent);
  const fields = (presence: Property["presence"]): string => {
    const chosen = present.filter((property) => property.presence === presence);
    const members = chosen.map(
      ({ wireName, type }) => `${memberKey(wireName)}: ${scope.pool.share(readerOf(type, scope, "held"))}`,
    );
    return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
  };
  const { additional, patterns } = declaration;
  const others =
    additional.kind === "closed"
      ? "undefined"
      : readerOf(additional.kind === "open" ? { kind: "unknown", reason: "open" } : additional.type, scope);
  const matching = patterns.map(({ pattern, type }) => {
    const reading = readPattern(pattern);
    const flags = "flags" in reading ? reading.flags : "";
    return `[${stringLiteral(pattern)}, ${stringLiteral(flags)}, ${readerOf(type, scope)}]`;
  });
  const all = [fields("required"), fields("optional"), others, `[${matching.join(", ")}]`];
  const defaults = ["", "{}", "undefined", "[]"];
  const used = all.findLastIndex((text, index) => text !== defaults[index]);
  return call(scope, "object", ...all.slice(0, used + 1));
}

function unionReader(declaration: UnionDeclaration, scope: ReaderScope): string {
  const { discriminator, variants } = declaration;
  const rows = variants.map((variant, index) => {
    const reader = readerOf(variant.type, scope, variant.type.kind === "literal" ? "held" : "open");
    const step = variantStep(declaration, variant);
    const steps = step === `/anyOf/${index}` ? [] : [stringLiteral(step)];
    const tags = discriminator === undefined ? [] : [`[${variant.tags.map(literal).join(", ")}]`];
    return `[${[...tags, reader, ...steps].join(", ")}]`;
  });
  const list = `[${rows.join(", ")}]`;
  return discriminator === undefined
    ? call(scope, "untagged", list)
    : call(scope, "tagged", stringLiteral(discriminator.wireName), list);
}

function baseOf(value: string | number | boolean): string {
  if (typeof value === "number") return Number.isInteger(value) ? '"integer"' : '"number"';
  return `"${typeof value}"`;
}

function atom(name: RuntimeName, { used }: ReaderScope): string {
  used.add(name);
  return name;
}

function call({ used }: ReaderScope, name: RuntimeName, ...words: readonly string[]): string {
  used.add(name);
  return `/* @__PURE__ */ ${name}(${words.join(", ")})`;
}
