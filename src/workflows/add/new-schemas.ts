import { Node, type SourceFile } from "ts-morph";
import type { DiagnosticCollector } from "../../diagnostics/collector.js";
import type { TextEdit } from "../../rules/lint/fix/text-edit.js";
import type { RegistrySource } from "../../rules/lint/source/registry-source.js";
import type { Field } from "./field.js";
import type { Anchor } from "./find-anchor.js";
import { type NewSchema, variableSuffix } from "./registry-edits.js";
import { schemaExpression } from "./schema-expression.js";
import { type OperationKind, schemaNames } from "./schema-names.js";

/** The schemas of a method or an event, and the imports that they need. */
export interface NewSchemas {
  readonly added: readonly NewSchema[];
  readonly edits: readonly TextEdit[];
}

/** What schemas are made of. */
export interface SchemasToMake {
  readonly kind: OperationKind;
  readonly name: string;
  /** In the order of their names. */
  readonly schemas: readonly (readonly Field[])[];
}

/** Where they will stand. */
export interface SchemasPlace {
  readonly anchor: Anchor;
  readonly source: RegistrySource;
  readonly diagnostics: DiagnosticCollector;
}

/** Writes the schemas of a method or an event; undefined, with the reasons reported, where a type is not known. */
export function newSchemas(
  { kind, name, schemas }: SchemasToMake,
  { anchor, source, diagnostics }: SchemasPlace,
): NewSchemas | undefined {
  const scope = { source, diagnostics, file: anchor.file, builder: builderOf(anchor.file) };
  const made = schemaNames(kind, name).map((registered, index) => {
    const expression = schemaExpression(schemas[index] ?? [], scope);
    if (expression === undefined) return undefined;
    const variable = `${registered}${variableSuffix(anchor)}`;
    return { schema: { registered, variable, expression: expression.text }, edits: expression.edits };
  });
  const known = made.filter((schema) => schema !== undefined);
  if (known.length < made.length) return undefined;
  return { added: known.map(({ schema }) => schema), edits: known.flatMap(({ edits }) => edits) };
}

/** What a file calls TypeBox's builder: `Type`, or the name that it was imported as. */
function builderOf(file: SourceFile): string {
  for (const declaration of file.getImportDeclarations()) {
    if (!/^(?:@sinclair\/typebox|typebox)$/u.test(declaration.getModuleSpecifierValue())) continue;
    const bindings = declaration.getImportClause()?.getNamedBindings();
    if (Node.isNamespaceImport(bindings)) return bindings.getName();
    const named = declaration.getNamedImports().find((item) => item.getName() === "Type");
    const name = named?.getAliasNode()?.getText() ?? named?.getName() ?? declaration.getDefaultImport()?.getText();
    if (name !== undefined) return name;
  }
  return "Type";
}
