import { type CallExpression, Node } from "ts-morph";

const MARKS = ["Optional", "Readonly", "ReadonlyOptional"];

/**
 * The call of one of the builders that an expression makes its schema with, out of `Type.Optional(…)` and the like.
 * For example `Type.Optional(Type.String())` for `String` gives the call `Type.String()`.
 */
export function builderCall(node: Node | undefined, builders: readonly string[]): CallExpression | undefined {
  if (!Node.isCallExpression(node)) return undefined;
  const marked = markedSchema(node);
  if (marked !== undefined) return builderCall(marked, builders);
  return builders.includes(builderName(node)) ? node : undefined;
}

/** What a call that only marks a property is about; undefined for every other call. For example `X` of `Type.Optional(X)`. */
export function markedSchema(call: CallExpression): Node | undefined {
  return MARKS.includes(builderName(call)) ? call.getArguments()[0] : undefined;
}

/** The builder's name, whatever TypeBox was imported as. For example `Object` of `Type.Object(…)`. */
export function builderName(call: CallExpression): string {
  const callee = call.getExpression();
  return Node.isPropertyAccessExpression(callee) ? callee.getName() : callee.getText();
}
