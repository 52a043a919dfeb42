import { Node, type ObjectLiteralExpression, type SourceFile, type VariableDeclaration } from "ts-morph";
import { insertElement, lineBreak } from "../../rules/lint/fix/insert-element.js";
import type { TextEdit } from "../../rules/lint/fix/text-edit.js";
import type { Anchor } from "./find-anchor.js";
import { propertyName } from "./operation-table.js";

/** A schema to be written. */
export interface NewSchema {
  /** What it is registered as. For example `SystemEchoParams`. */
  readonly registered: string;
  /** The variable. For example `SystemEchoParamsSchema`. */
  readonly variable: string;
  /** What makes it. */
  readonly expression: string;
}

/** What the variables of a registry add to the registered names. For example `Schema`. */
export function variableSuffix({ registered, schemas }: Anchor): string {
  const name = registered[0] ?? "";
  const variable = schemas[0]?.getName() ?? "";
  return variable.startsWith(name) ? variable.slice(name.length) : "Schema";
}

/** Declares schemas behind the anchor's, and their `Static` types behind its types where it has any. */
export function declarationEdits(anchor: Anchor, added: readonly NewSchema[]): readonly TextEdit[] {
  const { file, registered, schemas } = anchor;
  const end = (schemas.at(-1)?.getVariableStatement() ?? file).getEnd();
  const breaks = lineBreak(file.getFullText());
  const path = file.getFilePath();
  const text = added.map((schema) => `${breaks}${breaks}export const ${schema.variable} = ${schema.expression};`);
  const declarations = { file: path, start: end, end, text: text.join("") };
  const types = file.getTypeAliases().filter((type) => registered.includes(type.getName()));
  const after = types.at(-1);
  const word = /=\s*([\w.]+)<\s*typeof\b/u.exec(after?.getText() ?? "")?.[1];
  if (after === undefined || word === undefined) return [declarations];
  const aliases = added.map(
    (schema) => `${breaks}export type ${schema.registered} = ${word}<typeof ${schema.variable}>;`,
  );
  return [declarations, { file: path, start: after.getEnd(), end: after.getEnd(), text: aliases.join("") }];
}

/** Registers schemas behind the anchor's. */
export function registrationEdits(
  registry: ObjectLiteralExpression,
  anchor: Anchor,
  added: readonly NewSchema[],
): readonly TextEdit[] {
  const properties = registry.getProperties();
  const names = properties.map(propertyName);
  const last = Math.max(...anchor.registered.map((name) => names.indexOf(name)));
  const text = added.map(({ registered, variable }) =>
    registered === variable ? registered : `${registered}: ${variable}`,
  );
  return insertAll(registry, last === -1 ? properties : properties.slice(0, last + 1), text);
}

/** Imports schemas into the registry's file, behind the anchor's; none where they are written there. */
export function importSchemas(into: SourceFile, anchor: Anchor, added: readonly NewSchema[]): readonly TextEdit[] {
  if (into === anchor.file) return [];
  const anchors = anchor.schemas.map((schema: VariableDeclaration) => schema.getName());
  for (const declaration of into.getImportDeclarations()) {
    const bindings = declaration.getImportClause()?.getNamedBindings();
    if (!Node.isNamedImports(bindings)) continue;
    const elements = bindings.getElements();
    const last = elements.findLastIndex((element) => anchors.includes(element.getName()));
    if (last === -1) continue;
    return insertAll(
      bindings,
      elements.slice(0, last + 1),
      added.map(({ variable }) => variable),
    );
  }
  return [];
}

/** Several elements behind the last of those that are given. */
export function insertAll(list: Node, elements: readonly Node[], texts: readonly string[]): readonly TextEdit[] {
  return insertElement(list, elements, texts.join(", "));
}
