import { ts } from "ts-morph";

/** Finds the offset of a key in a config module, or of the nearest key around it; undefined without a literal config. */
export function moduleKeyOffset(file: string, text: string): (keys: readonly string[]) => number | undefined {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const config = configLiteral(source);
  return (keys) => (config === undefined ? undefined : walk(source, config, keys));
}

function walk(source: ts.SourceFile, literal: ts.ObjectLiteralExpression, keys: readonly string[]): number {
  let current: ts.Expression | undefined = literal;
  let offset = literal.getStart(source);
  for (const key of keys) {
    const property: ts.ObjectLiteralElementLike | undefined =
      current === undefined ? undefined : propertyOf(source, current, key);
    if (property === undefined) break;
    offset = property.getStart(source);
    current = ts.isPropertyAssignment(property) ? property.initializer : shorthandName(property);
  }
  return offset;
}

function shorthandName(property: ts.ObjectLiteralElementLike): ts.Expression | undefined {
  return ts.isShorthandPropertyAssignment(property) ? property.name : undefined;
}

function propertyOf(
  source: ts.SourceFile,
  expression: ts.Expression,
  key: string,
): ts.ObjectLiteralElementLike | undefined {
  const literal = objectLiteral(source, expression);
  return literal?.properties.find(({ name }) => name !== undefined && nameText(name) === key);
}

function nameText(name: ts.PropertyName): string | undefined {
  return ts.isIdentifier(name) || ts.isStringLiteralLike(name) ? name.text : undefined;
}

function configLiteral(source: ts.SourceFile): ts.ObjectLiteralExpression | undefined {
  for (const statement of source.statements) {
    if (ts.isExportAssignment(statement)) return objectLiteral(source, statement.expression);
  }
  return undefined;
}

/** Looks through `defineConfig(…)`, `satisfies`, parentheses, and constants of the same file. */
function objectLiteral(source: ts.SourceFile, expression: ts.Expression): ts.ObjectLiteralExpression | undefined {
  if (ts.isObjectLiteralExpression(expression)) return expression;
  if (ts.isSatisfiesExpression(expression) || ts.isAsExpression(expression)) {
    return objectLiteral(source, expression.expression);
  }
  if (ts.isParenthesizedExpression(expression)) return objectLiteral(source, expression.expression);
  const [argument] = ts.isCallExpression(expression) ? expression.arguments : [];
  if (argument !== undefined) return objectLiteral(source, argument);
  return ts.isIdentifier(expression) ? constantLiteral(source, expression.text) : undefined;
}

function constantLiteral(source: ts.SourceFile, name: string): ts.ObjectLiteralExpression | undefined {
  for (const statement of source.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name: declared, initializer } of statement.declarationList.declarations) {
      const isMeant = ts.isIdentifier(declared) && declared.text === name;
      if (isMeant && initializer !== undefined) return objectLiteral(source, initializer);
    }
  }
  return undefined;
}
