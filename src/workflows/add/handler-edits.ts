import { existsSync } from "node:fs";
import { Node, type ObjectLiteralExpression, type VariableDeclaration } from "ts-morph";
import { openModuleFiles } from "../../registry/locate/module-files.js";
import { lineBreak } from "../../rules/lint/fix/insert-element.js";
import type { TextEdit } from "../../rules/lint/fix/text-edit.js";
import { propertyName } from "./operation-table.js";
import { insertAll } from "./registry-edits.js";

/** Where a handler goes. */
export interface HandlerRequest {
  /** Absolute. */
  readonly file: string;
  readonly method: string;
  /** The methods that there are: an object with one of them has handlers. */
  readonly methods: readonly string[];
  /** The method that the new one goes behind. */
  readonly after: string;
}

/** The edits that add a handler, or why there are none. */
export type HandlerChange = { readonly edits: readonly TextEdit[] } | { readonly reason: string };

/**
 * Adds a handler that says that it is not written yet. The object of handlers gives it its types; where the object's own
 * type lists the methods by name, as `Pick<Handlers, "health">` does, the new one is added there too.
 */
export function handlerChange({ file, method, methods, after }: HandlerRequest): HandlerChange {
  if (!existsSync(file)) return { reason: "there is no such file" };
  const { entry } = openModuleFiles(file);
  const tables = entry.getVariableDeclarations().flatMap((declaration) => {
    const literal = declaration.getInitializer();
    return Node.isObjectLiteralExpression(literal) && countMethods(literal, methods) > 0
      ? [{ declaration, literal }]
      : [];
  });
  const table = tables.find(({ literal }) => countMethods(literal, [after]) > 0) ?? tables[0];
  if (table === undefined) return { reason: "it has no object with a handler for any method" };
  const properties = table.literal.getProperties();
  const index = properties.findIndex((property) => propertyName(property) === after);
  const breaks = lineBreak(entry.getFullText());
  const text = `${JSON.stringify(method)}: () => {${breaks}throw new Error(${JSON.stringify(`${method} is not written yet`)});${breaks}}`;
  const before = index === -1 ? properties : properties.slice(0, index + 1);
  return {
    edits: [...insertAll(table.literal, before, [text]), ...listedEdits(table.declaration, { method, methods })],
  };
}

function countMethods(literal: ObjectLiteralExpression, methods: readonly string[]): number {
  return literal.getProperties().filter((property) => methods.includes(propertyName(property) ?? "")).length;
}

/** Adds the name to the union of names in a declared type. */
function listedEdits(
  declaration: VariableDeclaration,
  { method, methods }: Pick<HandlerRequest, "method" | "methods">,
): readonly TextEdit[] {
  const listed = (declaration.getTypeNode()?.getDescendants() ?? []).filter(
    (node) => Node.isLiteralTypeNode(node) && methods.includes(literalText(node)),
  );
  const last = listed.at(-1);
  if (last === undefined) return [];
  const end = last.getEnd();
  return [{ file: declaration.getSourceFile().getFilePath(), start: end, end, text: ` | ${JSON.stringify(method)}` }];
}

function literalText(node: Node): string {
  const literal = Node.isLiteralTypeNode(node) ? node.getLiteral() : undefined;
  return Node.isStringLiteral(literal) ? literal.getLiteralValue() : "";
}
