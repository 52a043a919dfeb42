import { Node, type ObjectLiteralExpression } from "ts-morph";
import type { TextEdit } from "../../rules/lint/fix/text-edit.js";
import { type OperationRow, type OperationTable, propertyName } from "./operation-table.js";
import { insertAll } from "./registry-edits.js";

/** A row to be written. */
export interface NewRow {
  readonly name: string;
  /** Facts that stand in it whatever the others say. For example `{ scope: "operator.read" }`. */
  readonly facts: Readonly<Record<string, string>>;
  /** The version that brings it; undefined where the registry has none. */
  readonly version: string | undefined;
}

/** A row, and the edits that write it. */
export interface TableChange {
  readonly text: string;
  readonly edits: readonly TextEdit[];
}

/** What a row says of its own schemas, which are no one else's. */
const OWN = new Set(["params", "result", "payload", "name", "description", "deprecated"]);

/** Adds a row behind another: with the same facts, the version of today, and what is asked for. */
export function tableChange({ literal, rows }: OperationTable, after: OperationRow, row: NewRow): TableChange {
  const before = rows.slice(0, rows.indexOf(after) + 1).map(({ node }) => node);
  const text = Node.isObjectLiteralExpression(literal)
    ? `${propertyKey(row.name)}: ${rowText(after.node, row)}`
    : JSON.stringify(row.name);
  return { text, edits: insertAll(literal, before, [text]) };
}

function rowText(after: Node, { facts, version }: NewRow): string {
  const value = Node.isPropertyAssignment(after) ? after.getInitializer() : undefined;
  const copied = Node.isObjectLiteralExpression(value) ? copiedFacts(value, version) : [];
  const asked = Object.entries(facts).map(([key, fact]) => [key, JSON.stringify(fact)] as const);
  const merged = new Map([...copied, ...asked]);
  if (merged.size === 0) return "{}";
  return `{ ${[...merged].map(([key, fact]) => `${propertyKey(key)}: ${fact}`).join(", ")} }`;
}

function copiedFacts(
  row: ObjectLiteralExpression,
  version: string | undefined,
): readonly (readonly [string, string])[] {
  return row.getProperties().flatMap((property) => {
    const key = propertyName(property);
    const value = Node.isPropertyAssignment(property) ? property.getInitializer() : undefined;
    if (key === undefined || value === undefined || OWN.has(key)) return [];
    if (key !== "since" || version === undefined) return [[key, value.getText()] as const];
    return [[key, Node.isNumericLiteral(value) ? version : JSON.stringify(version)] as const];
  });
}

function propertyKey(name: string): string {
  return /^[A-Za-z_$][\w$]*$/u.test(name) ? name : JSON.stringify(name);
}
