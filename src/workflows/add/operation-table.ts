import { Node, type ObjectLiteralExpression, type ArrayLiteralExpression } from "ts-morph";
import type { RegistrySource } from "../../rules/lint/source/registry-source.js";

/** The registry's methods or events, as its source has them. */
export interface OperationTable {
  readonly literal: ObjectLiteralExpression | ArrayLiteralExpression;
  /** In the order of the source. */
  readonly rows: readonly OperationRow[];
}

/** One method or event. */
export interface OperationRow {
  readonly name: string;
  /** The property or the list's element. */
  readonly node: Node;
}

/** Finds a table by the name of its export; undefined where it is neither an object nor a list of names. */
export function operationTable(source: RegistrySource, exported: string): OperationTable | undefined {
  const declarations = source.files.map((file) => file.getVariableDeclaration(exported));
  const declaration = declarations.find((found) => found !== undefined);
  const literal = declaration === undefined ? undefined : source.resolve(declaration);
  if (Node.isObjectLiteralExpression(literal)) {
    return withRows(
      literal,
      literal.getProperties().map((node) => ({ name: propertyName(node), node })),
    );
  }
  if (!Node.isArrayLiteralExpression(literal)) return undefined;
  const rows = literal
    .getElements()
    .map((node) => ({ name: Node.isStringLiteral(node) ? node.getLiteralValue() : undefined, node }));
  return withRows(literal, rows);
}

interface FoundRow {
  readonly name: string | undefined;
  readonly node: Node;
}

/** A row without a name may stand for any number of them: then nothing is known of the table. */
function withRows(literal: OperationTable["literal"], found: readonly FoundRow[]): OperationTable | undefined {
  const rows = found.filter(isNamed);
  return rows.length === found.length ? { literal, rows } : undefined;
}

function isNamed(row: FoundRow): row is OperationRow {
  return row.name !== undefined;
}

/** A property's name as text; undefined for a spread and a computed one. */
export function propertyName(node: Node): string | undefined {
  if (
    !Node.isPropertyAssignment(node) &&
    !Node.isShorthandPropertyAssignment(node) &&
    !Node.isMethodDeclaration(node)
  ) {
    return undefined;
  }
  const name = node.getNameNode();
  if (Node.isStringLiteral(name)) return name.getLiteralValue();
  return Node.isIdentifier(name) ? name.getText() : undefined;
}
