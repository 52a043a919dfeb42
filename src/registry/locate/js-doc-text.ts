import { type Node, ts } from "ts-morph";

/** The text of the JSDoc comment before a node, without its tags; undefined where there is none. */
export function jsDocText({ compilerNode }: Node): string | undefined {
  const comments = ts.getJSDocCommentsAndTags(compilerNode).filter(ts.isJSDoc);
  const text = ts.getTextOfJSDocComment(comments.at(-1)?.comment)?.trim();
  return text === "" ? undefined : text;
}
