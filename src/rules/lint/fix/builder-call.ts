import { type CallExpression, Node } from "ts-morph";

const WRAPPERS = ["Optional", "Readonly", "ReadonlyOptional"];

/**
 * The call of one of the builders that an expression makes its schema with, out of `Type.Optional(…)` and the like.
 * For example `Type.Optional(Type.String())` for `String` gives the call `Type.String()`.
 */
export function builderCall(node: Node | undefined, builders: readonly string[]): CallExpression | undefined {
  if (!Node.isCallExpression(node)) return undefined;
  const name = builderName(node);
  if (WRAPPERS.includes(name)) return builderCall(node.getArguments()[0], builders);
  return builders.includes(name) ? node : undefined;
}

/** The builder's name, whatever TypeBox was imported as. For example `Object` of `Type.Object(…)`. */
export function builderName(call: CallExpression): string {
  const callee = call.getExpression();
  return Node.isPropertyAccessExpression(callee) ? callee.getName() : callee.getText();
}
