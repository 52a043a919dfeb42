import { basename } from "node:path";
import { Node, type SourceFile, type VariableDeclaration } from "ts-morph";
import type { RegistrySource } from "../../rules/lint/source/registry-source.js";
import { compareCodeUnits } from "../../support/compare-code-units.js";
import type { OperationRow, OperationTable } from "./operation-table.js";
import { type OperationKind, schemaNames } from "./schema-names.js";

/** A method or event that has its schemas in the registry's files: a new one goes behind it, everywhere. */
export interface Anchor {
  readonly row: OperationRow;
  /** The registered names of its schemas, as they are declared. */
  readonly registered: readonly string[];
  /** Their declarations, as they stand in the file. */
  readonly schemas: readonly VariableDeclaration[];
  readonly file: SourceFile;
}

/** What an anchor is looked for in. */
export interface AnchorRequest {
  readonly kind: OperationKind;
  readonly name: string;
  readonly source: RegistrySource;
  readonly table: OperationTable;
}

/**
 * Finds the place of a new method or event: behind its family, in the file that is called like it, or behind the last.
 * Where the neighbours are in alphabetical order it takes its place in that order. Undefined where none has schemas.
 */
export function findAnchor({ kind, name, source, table }: AnchorRequest): Anchor | undefined {
  const anchors = table.rows.flatMap((row) => anchorOf(kind, row, source));
  const family = familyOf(name);
  const relatives = anchors.filter(({ row }) => familyOf(row.name) === family && row.name.includes("."));
  const namesakes = anchors.filter(({ file }) => stem(file) === family);
  const last = anchors.at(-1);
  const others = anchors.filter(({ file }) => file === last?.file);
  const group = [relatives, namesakes, others].find(({ length }) => length > 0) ?? [];
  const inFile = group.toSorted((left, right) => position(left) - position(right));
  const isSorted = inFile.every(({ row }, index) => {
    const before = inFile[index - 1];
    return before === undefined || compareCodeUnits(before.row.name, row.name) < 0;
  });
  const before = isSorted ? inFile.findLast(({ row }) => compareCodeUnits(row.name, name) < 0) : undefined;
  return before ?? inFile.at(-1);
}

function anchorOf(kind: OperationKind, row: OperationRow, source: RegistrySource): readonly Anchor[] {
  const found = schemaNames(kind, row.name).flatMap((registered) => {
    const declaration = source.registered(registered);
    return Node.isVariableDeclaration(declaration) ? [{ registered, declaration }] : [];
  });
  const file = found[0]?.declaration.getSourceFile();
  if (file === undefined || found.some(({ declaration }) => declaration.getSourceFile() !== file)) return [];
  const ordered = found.toSorted((left, right) => left.declaration.getPos() - right.declaration.getPos());
  return [
    {
      row,
      file,
      registered: ordered.map(({ registered }) => registered),
      schemas: ordered.map(({ declaration }) => declaration),
    },
  ];
}

/** For example `chat` of `chat.send`. */
function familyOf(name: string): string {
  return name.split(".", 1)[0] ?? name;
}

function stem(file: SourceFile): string {
  return basename(file.getFilePath()).replace(/\.[mc]?[jt]s$/u, "");
}

function position({ schemas }: Anchor): number {
  return schemas[0]?.getPos() ?? 0;
}
