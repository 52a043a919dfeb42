import type { ImportDeclaration, SourceFile, VariableDeclaration } from "ts-morph";
import { insertElement, lineBreak } from "./insert-element.js";
import type { TextEdit } from "./text-edit.js";

/**
 * Makes a variable of one file known in another: by a name in the import that is there, else by an import of its own.
 * No edits where it is known already; undefined where another thing has its name.
 */
export function importEdits(into: SourceFile, declaration: VariableDeclaration): readonly TextEdit[] | undefined {
  const from = declaration.getSourceFile();
  const name = declaration.getName();
  if (into === from) return [];
  const imports = into.getImportDeclarations();
  const taken = imports.some((item) => localNames(item).includes(name)) || into.getVariableDeclaration(name);
  const specifier = specifierOf(into, from);
  const present = imports.find((item) => item.getModuleSpecifierValue() === specifier && !item.isTypeOnly());
  const named = present?.getNamedImports() ?? [];
  if (named.some((item) => item.getName() === name && item.getAliasNode() === undefined)) return [];
  if (taken) return undefined;
  const bindings = present?.getImportClause()?.getNamedBindings();
  if (bindings !== undefined && named.length > 0) return insertElement(bindings, named, name);
  return [newImport(into, `{ ${name} }`, specifier)];
}

function localNames(item: ImportDeclaration): readonly string[] {
  return item.getNamedImports().map((named) => named.getAliasNode()?.getText() ?? named.getName());
}

/** As the file's own relative imports are written: with or without an extension. */
function specifierOf(into: SourceFile, from: SourceFile): string {
  const plain = into.getRelativePathAsModuleSpecifierTo(from);
  const relative = into
    .getImportDeclarations()
    .map((item) => item.getModuleSpecifierValue())
    .filter((specifier) => specifier.startsWith("."));
  const extension = /\.[mc]?[jt]s$/u.exec(relative[0] ?? "./a.js")?.[0] ?? "";
  return /\.[mc]?[jt]s$/u.test(plain) ? plain : `${plain}${extension}`;
}

/** A new import behind the last one, in its quotes. */
function newImport(into: SourceFile, clause: string, specifier: string): TextEdit {
  const text = into.getFullText();
  const last = into.getImportDeclarations().at(-1);
  const quote = last?.getModuleSpecifier().getText().charAt(0) ?? '"';
  const end = last?.getText().endsWith(";") === false ? "" : ";";
  const line = `import ${clause} from ${quote}${specifier}${quote}${end}`;
  const at = last?.getEnd() ?? 0;
  const breaks = lineBreak(text);
  return { file: into.getFilePath(), start: at, end: at, text: last === undefined ? line + breaks : breaks + line };
}
