import { Node } from "ts-morph";
import type { TextEdit } from "./text-edit.js";

/**
 * Adds an element at the end of a list in brackets (arguments, properties, names of an import): on a line of its own
 * where the last one has one, else behind it. A comma or a comment at the end stays where it is.
 */
export function insertElement(list: Node, elements: readonly Node[], text: string): readonly TextEdit[] {
  const source = list.getSourceFile();
  const last = elements.at(-1);
  if (last === undefined) return [fillEmpty(list, text)];
  const file = source.getFilePath();
  const whole = source.getFullText();
  const end = last.getEnd();
  const isOnOwnLine = whole.slice(last.getPos(), last.getStart()).includes("\n");
  if (!isOnOwnLine) return [{ file, start: end, end, text: `, ${text}` }];
  const line = `${lineBreak(whole)}${indentation(last)}${text}`;
  const [tail = "", comma = "", comment = ""] = /^(,?)([ \t]*\/\/[^\r\n]*)?/u.exec(whole.slice(end)) ?? [];
  if (comment === "") return [{ file, start: end, end, text: `,${line}` }];
  const after = end + tail.length;
  const commas = comma === "" ? [{ file, start: end, end, text: "," }] : [];
  return [...commas, { file, start: after, end: after, text: `${line}${comma}` }];
}

function fillEmpty(list: Node, text: string): TextEdit {
  const isCall = Node.isCallExpression(list);
  const start = list.getStart() + list.getText().lastIndexOf(isCall ? "(" : "{") + 1;
  const space = isCall ? "" : " ";
  return { file: list.getSourceFile().getFilePath(), start, end: list.getEnd() - 1, text: `${space}${text}${space}` };
}

/** A file's line ends. */
export function lineBreak(text: string): string {
  return text.includes("\r\n") ? "\r\n" : "\n";
}

/** The white space that the line of a node begins with. */
function indentation(node: Node): string {
  const text = node.getSourceFile().getFullText();
  const line = text.slice(text.lastIndexOf("\n", node.getStart()) + 1, node.getStart());
  return /^\s*/u.exec(line)?.[0] ?? "";
}
