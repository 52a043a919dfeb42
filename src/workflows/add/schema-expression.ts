import { Node, type SourceFile, type VariableDeclaration } from "ts-morph";
import type { DiagnosticCollector } from "../../diagnostics/collector.js";
import { importEdits } from "../../rules/lint/fix/import-name.js";
import type { TextEdit } from "../../rules/lint/fix/text-edit.js";
import type { RegistrySource } from "../../rules/lint/source/registry-source.js";
import { nearest } from "../../support/nearest.js";
import { addDiagnostics } from "./diagnostics.js";
import type { Field } from "./field.js";

/** Where a schema is written. */
export interface SchemaScope {
  readonly source: RegistrySource;
  readonly file: SourceFile;
  /** What the file calls TypeBox's builder. For example `Type`. */
  readonly builder: string;
  readonly diagnostics: DiagnosticCollector;
}

/** An expression, and the imports that it needs. */
export interface Expression {
  readonly text: string;
  readonly edits: readonly TextEdit[];
}

/** A closed object with these fields; undefined, with the reasons reported, where a type is not known. */
export function schemaExpression(fields: readonly Field[], scope: SchemaScope): Expression | undefined {
  const properties = fields.map(({ name, type, isOptional }) => {
    const value = typeExpression(type, name, scope);
    if (value === undefined) return undefined;
    const text = isOptional ? `${scope.builder}.Optional(${value.text})` : value.text;
    return { text: `${name}: ${text}`, edits: value.edits };
  });
  const known = properties.filter((property) => property !== undefined);
  if (known.length < properties.length) return undefined;
  const body = known.length === 0 ? "{}" : `{ ${known.map(({ text }) => text).join(", ")} }`;
  return {
    text: `${scope.builder}.Object(${body}, { additionalProperties: false })`,
    edits: known.flatMap(({ edits }) => edits),
  };
}

function typeExpression(type: string, field: string, scope: SchemaScope): Expression | undefined {
  const { builder } = scope;
  if (type.endsWith("[]")) {
    const item = typeExpression(type.slice(0, -2), field, scope);
    return item === undefined ? undefined : { ...item, text: `${builder}.Array(${item.text})` };
  }
  if (type.includes("|")) {
    const literals = type.split("|").map((word) => `${builder}.Literal(${JSON.stringify(word)})`);
    return { text: `${builder}.Union([${literals.join(", ")}])`, edits: [] };
  }
  // Text that says nothing is hardly ever meant: `string` is the protocol's own non-empty one, where it has one.
  if (type === "string") return usual(`${builder}.String({ minLength: 1 })`, scope);
  const plain = BUILDERS.get(type);
  if (plain !== undefined) return { text: `${builder}.${plain}()`, edits: [] };
  return named(type, field, scope);
}

const BUILDERS: ReadonlyMap<string, string> = new Map([
  ["text", "String"],
  ["integer", "Integer"],
  ["number", "Number"],
  ["boolean", "Boolean"],
  ["unknown", "Unknown"],
]);

/** A schema's text, or the name of the variable that the registry's files have for it. */
function usual(text: string, scope: SchemaScope): Expression {
  const same = variables(scope.source).find((variable) => variable.getInitializer()?.getText() === text);
  const edits = same === undefined ? undefined : importEdits(scope.file, same);
  return same === undefined || edits === undefined ? { text, edits: [] } : { text: same.getName(), edits };
}

/** A registered schema, or any variable of the registry's files. */
function named(type: string, field: string, { source, file, diagnostics }: SchemaScope): Expression | undefined {
  const registered = source.registered(type);
  const variable = Node.isVariableDeclaration(registered)
    ? registered
    : variables(source).find((declaration) => declaration.getName() === type);
  if (variable === undefined) {
    const known = [...BUILDERS.keys(), "string", ...variables(source).map((declaration) => declaration.getName())];
    diagnostics.report(addDiagnostics.create("unknown-type", { field, type, suggestion: nearest(type, known) }));
    return undefined;
  }
  const edits = importEdits(file, variable);
  if (edits !== undefined) return { text: variable.getName(), edits };
  const place = { name: variable.getName(), file: file.getBaseName() };
  diagnostics.report(addDiagnostics.create("ambiguous-name", place));
  return undefined;
}

/** Every variable at the top of a file that others can use. */
function variables({ files }: RegistrySource): readonly VariableDeclaration[] {
  return files.flatMap((file) => file.getVariableDeclarations().filter((declaration) => declaration.isExported()));
}
