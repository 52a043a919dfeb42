import { type CallExpression, Node, type ObjectLiteralExpression } from "ts-morph";
import { builderCall, builderName } from "./builder-call.js";
import { insertElement } from "./insert-element.js";
import type { TextEdit } from "./text-edit.js";

/** How many arguments stand before the options. */
const OPTIONS_AFTER: Readonly<Record<string, number>> = { Object: 1, Union: 1, Array: 1, String: 0 };

/**
 * Gives a builder's call an option, in the form that its author has given the call. No edits where the options are not
 * written out in place. For example `Type.String()` with `minLength` as 1 becomes `Type.String({ minLength: 1 })`.
 */
export function setOption(
  node: Node | undefined,
  option: { readonly name: string; readonly value: string },
  builders: readonly string[],
): readonly TextEdit[] {
  const call = builderCall(node, builders);
  if (call === undefined) return [];
  const position = OPTIONS_AFTER[builderName(call)] ?? 0;
  const options = call.getArguments()[position];
  if (options === undefined) return addOptions(call, position, `{ ${option.name}: ${option.value} }`);
  return Node.isObjectLiteralExpression(options) ? setProperty(options, option) : [];
}

function addOptions(call: CallExpression, position: number, text: string): readonly TextEdit[] {
  const given = call.getArguments();
  return given.length === position ? insertElement(call, given, text) : [];
}

function setProperty(
  literal: ObjectLiteralExpression,
  { name, value }: { readonly name: string; readonly value: string },
): readonly TextEdit[] {
  const present = literal.getProperty(name);
  if (present === undefined) return insertElement(literal, literal.getProperties(), `${name}: ${value}`);
  const initializer = Node.isPropertyAssignment(present) ? present.getInitializer() : undefined;
  if (initializer === undefined) return [];
  const file = literal.getSourceFile().getFilePath();
  return [{ file, start: initializer.getStart(), end: initializer.getEnd(), text: value }];
}
