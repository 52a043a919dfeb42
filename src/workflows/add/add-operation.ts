import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Node } from "ts-morph";
import { projectPath } from "../../config/module/project-path.js";
import { applyEdits } from "../../rules/lint/fix/apply-edits.js";
import type { TextEdit } from "../../rules/lint/fix/text-edit.js";
import type { RegistrySource } from "../../rules/lint/source/registry-source.js";
import { addDiagnostics } from "./diagnostics.js";
import type { Field } from "./field.js";
import { type Anchor, findAnchor } from "./find-anchor.js";
import { handlerChange } from "./handler-edits.js";
import { layOut } from "./lay-out.js";
import { type AddRequest, openRegistry, type OpenRegistry, refuse } from "./open-registry.js";
import { declarationEdits, importSchemas, registrationEdits } from "./registry-edits.js";
import { type NewSchemas, newSchemas } from "./new-schemas.js";
import { type OperationKind, schemaNames } from "./schema-names.js";
import { tableChange } from "./table-edits.js";

/** A method or an event to add. */
export interface Addition {
  readonly kind: OperationKind;
  /** For example `system.echo`. */
  readonly name: string;
  /** The fields of its schemas: params and result of a method, the payload of an event. */
  readonly schemas: readonly (readonly Field[])[];
  /** What its row in the table says, besides what its neighbour's says. For example `{ scope: "operator.read" }`. */
  readonly facts: Readonly<Record<string, string>>;
}

/** What adding gives; nothing is written yet. */
export interface Added {
  /** The new texts of the files that change, by their paths relative to the root. */
  readonly files: ReadonlyMap<string, string>;
  /** The new row of the table, as its author would write it. */
  readonly row: string;
}

const NAME = /^[A-Za-z][A-Za-z0-9]*(?:[.-][A-Za-z0-9]+)*$/u;

/**
 * Adds a method or an event to a protocol's registry: schemas, `Static` types, registry entries, the row in the table,
 * and a handler where the config names a file for them. Undefined, with the reasons reported, where that cannot be done.
 */
export async function addOperation(addition: Addition, request: AddRequest): Promise<Added | undefined> {
  const { kind, name, facts } = addition;
  const opened = await openRegistry(kind, request);
  if (opened === undefined || !isFree(addition, opened, request)) return undefined;
  const { source, table } = opened;
  const anchor = findAnchor({ kind, name, source, table });
  if (anchor === undefined && table.rows.length === 0) {
    return refuse(request, `its list of ${kind}s is empty, and the first has to be written by hand`);
  }
  if (anchor === undefined) return refuse(request, `no ${kind} has schemas that are called like it`);
  const schemas = newSchemas(addition, { anchor, source, diagnostics: request.diagnostics });
  const handler = handlerEdits(addition, { request, anchor, opened });
  if (schemas === undefined || handler === undefined) return undefined;
  const row = tableChange(table, anchor.row, { name, facts, version: versionOf(source, request) });
  const edits = [...registryEdits(opened, anchor, schemas), ...row.edits, ...handler];
  return { files: await changedFiles(request.root, edits), row: row.text };
}

function isFree({ kind, name }: Addition, { source, table }: OpenRegistry, { diagnostics }: AddRequest): boolean {
  if (!NAME.test(name)) {
    diagnostics.report(
      addDiagnostics.create("invalid-name", { kind: kind === "method" ? "a method" : "an event", name }),
    );
    return false;
  }
  const isListed = table.rows.some((row) => row.name === name);
  const taken = isListed
    ? name
    : schemaNames(kind, name).find((registered) => source.registered(registered) !== undefined);
  if (taken === undefined) return true;
  diagnostics.report(
    addDiagnostics.create("name-taken", { what: isListed ? `the ${kind}` : "the schema", name: taken }),
  );
  return false;
}

function registryEdits({ registry }: OpenRegistry, anchor: Anchor, { added, edits }: NewSchemas): readonly TextEdit[] {
  return [
    ...edits,
    ...declarationEdits(anchor, added),
    ...registrationEdits(registry, anchor, added),
    ...importSchemas(registry.getSourceFile(), anchor, added),
  ];
}

/** None for an event, and where the config names no file; undefined, with the reason reported, where they cannot be made. */
function handlerEdits(
  { kind, name }: Addition,
  { request, anchor, opened }: { readonly request: AddRequest; readonly anchor: Anchor; readonly opened: OpenRegistry },
): readonly TextEdit[] | undefined {
  const { handlers } = request.protocol;
  if (kind === "event" || handlers === undefined) return [];
  const methods = opened.table.rows.map((row) => row.name);
  const file = join(request.root, handlers);
  const change = handlerChange({ file, method: name, methods, after: anchor.row.name });
  if ("edits" in change) return change.edits;
  request.diagnostics.report(addDiagnostics.create("no-handlers", { file: handlers, reason: change.reason }));
  return undefined;
}

/** The version constant as it is written; undefined where the registry has none. */
function versionOf(source: RegistrySource, { protocol }: AddRequest): string | undefined {
  const declarations = source.files.map((file) => file.getVariableDeclaration(protocol.exports.version));
  const value = declarations.find((declaration) => declaration !== undefined)?.getInitializer();
  return Node.isNumericLiteral(value) ? value.getText() : undefined;
}

/** Each edit counts once: two fields may ask for the same import. */
async function changedFiles(root: string, edits: readonly TextEdit[]): Promise<ReadonlyMap<string, string>> {
  const texts = applyEdits(
    edits.map((edit) => [edit]),
    read,
  );
  const files = new Map<string, string>();
  for (const [file, text] of texts) files.set(projectPath(root, file), await layOut(file, read(file), text));
  return files;
}

function read(file: string): string {
  return readFileSync(file, "utf8");
}
