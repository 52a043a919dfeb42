import type { TypeExpr } from "../../ir/type-expr.js";
import type { ObjectDeclaration } from "../../ir/types.js";
import { docLines } from "./doc-lines.js";
import type { NameScope } from "./name-scope.js";
import { swiftType } from "./swift-types.js";
import type { TranslationContext } from "./translation-context.js";
import type { ExtraView } from "./view-model.js";

interface ExtraPlace {
  readonly scope: NameScope;
  readonly place: { readonly path: readonly string[]; readonly context: TranslationContext };
}

/**
 * What keeps the keys that are no property; undefined where the schema refuses them, so that a newer server's are
 * dropped. Keys of several types become any JSON, which the summary counts.
 */
export function extraKeys(declaration: ObjectDeclaration, { scope, place }: ExtraPlace): ExtraView | undefined {
  const { path, context } = place;
  const types = extraTypes(declaration);
  if (types.length === 0) return undefined;
  const writer = context.writer.inside(path);
  const texts = new Set(types.map((type) => writer.text(swiftType(type, context.source))));
  const [only = "JSONValue"] = texts;
  if (texts.size > 1) context.onFallback({ construct: "keys of several types", path: declaration.source });
  const valueType = texts.size === 1 ? only : "JSONValue";
  return {
    lead: docLines([extraNote(declaration)], path.length),
    name: scope.take("additionalProperties"),
    type: `[String: ${valueType}]`,
    valueType,
    empty: "[:]",
  };
}

/** Whether an object has no keys but its properties. */
export function isClosed(declaration: ObjectDeclaration): boolean {
  return extraTypes(declaration).length === 0;
}

function extraTypes({ additional, patterns }: ObjectDeclaration): readonly TypeExpr[] {
  const open: TypeExpr = { kind: "unknown", reason: "open" };
  const others = additional.kind === "typed" ? [additional.type] : additional.kind === "open" ? [open] : [];
  return [...patterns.map(({ type }) => type), ...others];
}

function extraNote({ patterns, additional }: ObjectDeclaration): string {
  if (patterns.length === 0 || additional.kind !== "closed") return "Keys that are no property above.";
  return `Keys that match ${patterns.map(({ pattern }) => `\`${pattern}\``).join(" or ")}.`;
}
