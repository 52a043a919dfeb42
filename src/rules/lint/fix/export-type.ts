import { Node, type SourceFile, type VariableDeclaration } from "ts-morph";
import { insertElement, lineBreak } from "./insert-element.js";
import type { TextEdit } from "./text-edit.js";

const TYPEBOX = /^(?:@sinclair\/typebox|typebox)$/u;

/**
 * Exports a schema's `Static` type where the file exports its other ones, else behind the schema. No edits where the
 * schema is not exported or its file has no TypeBox to import `Static` from.
 */
export function exportType(schema: VariableDeclaration, name: string): readonly TextEdit[] {
  const source = schema.getSourceFile();
  const statement = schema.getVariableStatement();
  const imported = importStatic(source);
  if (statement === undefined || !schema.isExported() || imported === undefined) return [];
  const isStatic = /\bStatic</u;
  const types = source.getTypeAliases().filter((type) => type.isExported() && isStatic.test(type.getText()));
  const last = types.at(-1);
  const after = last === undefined || last.getEnd() < statement.getEnd() ? statement : last;
  const end = after.getText().endsWith(";") ? ";" : "";
  const text = `${lineBreak(source.getFullText())}export type ${name} = ${imported.name}<typeof ${schema.getName()}>${end}`;
  return [...imported.edits, { file: source.getFilePath(), start: after.getEnd(), end: after.getEnd(), text }];
}

/** What `Static` is called in a file, and the edits that make it known. */
function importStatic(source: SourceFile): { readonly name: string; readonly edits: readonly TextEdit[] } | undefined {
  const imports = source.getImportDeclarations().filter((item) => TYPEBOX.test(item.getModuleSpecifierValue()));
  const named = imports.flatMap((item) => item.getNamedImports());
  const known = named.find((item) => item.getName() === "Static");
  if (known !== undefined) return { name: known.getAliasNode()?.getText() ?? "Static", edits: [] };
  const target = imports.find((item) => item.getNamedImports().length > 0);
  const bindings = target?.getImportClause()?.getNamedBindings();
  if (target === undefined || !Node.isNamedImports(bindings)) return undefined;
  const word = target.isTypeOnly() ? "Static" : "type Static";
  return { name: "Static", edits: insertElement(bindings, bindings.getElements(), word) };
}
