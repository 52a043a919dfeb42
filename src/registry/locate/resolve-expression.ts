import { Node } from "ts-morph";
import type { ModuleFiles } from "./module-files.js";

/** How many names may lead from one to the next: more is a circle. */
const MOST_NAMES = 100;

/**
 * Follows names, imports, member accesses and type-only wrappers to the expression that makes the value. Undefined where
 * the source does not say it. For example `CronJobSchema` → the `Type.Object(…)` of the file that declares it.
 */
export function resolveExpression(files: ModuleFiles, start: Node): Node | undefined {
  let current: Node | undefined = start;
  for (let names = 0; current !== undefined && names < MOST_NAMES; names += 1) {
    const next = step(files, current);
    if (next === current) return current;
    current = next;
  }
  return undefined;
}

function step(files: ModuleFiles, node: Node): Node | undefined {
  if (Node.isVariableDeclaration(node) || Node.isPropertyAssignment(node)) return node.getInitializer();
  if (Node.isShorthandPropertyAssignment(node)) return files.declared(node.getSourceFile(), node.getName());
  if (Node.isIdentifier(node)) return files.declared(node.getSourceFile(), node.getText());
  if (Node.isParenthesizedExpression(node) || Node.isAsExpression(node)) return node.getExpression();
  if (Node.isSatisfiesExpression(node) || Node.isNonNullExpression(node)) return node.getExpression();
  if (Node.isPropertyAccessExpression(node)) return member(files, node.getExpression(), node.getName()) ?? node;
  return node;
}

/** A member of a namespace import or of an object literal. Anything else that has members is left as it is. */
function member(files: ModuleFiles, owner: Node, name: string): Node | undefined {
  const resolved = resolveExpression(files, owner);
  if (resolved === undefined) return undefined;
  if (Node.isSourceFile(resolved)) return files.exported(resolved, name);
  return Node.isObjectLiteralExpression(resolved) ? findMember(files, resolved, name) : undefined;
}

/** The property of an object that a name stands for; the last one counts, and spread objects are looked through. */
export function findMember(files: ModuleFiles, object: Node, name: string): Node | undefined {
  const resolved = resolveExpression(files, object);
  if (resolved === undefined) return undefined;
  if (Node.isCallExpression(resolved)) return findInParts(files, resolved.getArguments(), name);
  if (Node.isArrayLiteralExpression(resolved)) return findInParts(files, resolved.getElements(), name);
  if (!Node.isObjectLiteralExpression(resolved)) return undefined;
  for (const property of resolved.getProperties().toReversed()) {
    if (Node.isSpreadAssignment(property)) {
      const found = findMember(files, property.getExpression(), name);
      if (found !== undefined) return found;
    } else if (nameOf(property.getNameNode()) === name) return property;
  }
  return undefined;
}

/** What a call makes of its arguments is not known (`Object.freeze(…)`, `compose([…])`): any of them may hold the property. */
function findInParts(files: ModuleFiles, items: readonly Node[], name: string): Node | undefined {
  for (const item of items.toReversed()) {
    const found = findMember(files, item, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

function nameOf(name: Node): string {
  return Node.isStringLiteral(name) || Node.isNoSubstitutionTemplateLiteral(name)
    ? name.getLiteralText()
    : name.getText();
}
