import { createHash } from "node:crypto";
import type { Declaration, DeclarationId, UnionDeclaration } from "../../ir/types.js";
import { stableJson } from "../../support/stable-json.js";
import { settleNames } from "./settle-names.js";
import type { VariantSpelling } from "./variant-names.js";

/** What a shape is named after: the first of its keys, values or variants. */
const FEW = 3;
const MANY = 8;

/** What names are made with. */
export interface ShapeNaming extends VariantSpelling {
  /** The names of a union's variants, in the same spelling. */
  readonly variants: (union: UnionDeclaration) => readonly string[];
}

/**
 * Names shapes that stand in several unrelated places after nothing but themselves, so that none of the places lends its
 * name to the others, and one more place moves no name. For example `TextOrNumber`, `LoginAndUrl`.
 */
export function nameShapes(
  shapes: readonly Declaration[],
  { spell, key, variants }: ShapeNaming,
): ReadonlyMap<DeclarationId, string> {
  const wishes = shapes.map((shape) => {
    const { words, conjunction } = contentOf(shape, variants);
    const spelt = (count: number): string => {
      const more = words.length > count ? [`${words.length - count} more`] : [];
      return spell([...words.slice(0, count), ...more].join(` ${conjunction} `) || shape.kind);
    };
    return [spelt(FEW), spelt(MANY), `${spelt(FEW)}${spell(digestOf(shape))}`];
  });
  const { names } = settleNames(wishes, key);
  return new Map(shapes.map(({ id }, index) => [id, names[index] ?? ""]));
}

interface Content {
  readonly words: readonly string[];
  readonly conjunction: "and" | "or";
}

function contentOf(shape: Declaration, variants: ShapeNaming["variants"]): Content {
  switch (shape.kind) {
    case "object":
      return { words: shape.properties.map(({ wireName }) => wireName), conjunction: "and" };
    case "enum":
      return { words: shape.values.map(({ value }) => String(value)), conjunction: "or" };
    case "union":
      return { words: variants(shape), conjunction: "or" };
    case "alias":
      return { words: [], conjunction: "and" };
  }
}

/** Shapes that differ only inside their keys differ in this. */
function digestOf({ kind, schema }: Declaration): string {
  const digest = createHash("sha256")
    .update(`${kind} ${stableJson(schema)}`)
    .digest();
  return `x${digest.readUInt32BE(0).toString(16)}`;
}
