import { type Node, ts } from "ts-morph";

/** The text of the JSDoc comment before a node, without its tags; undefined where there is none. */
export function jsDocText({ compilerNode }: Node): string | undefined {
  const comments = ts.getJSDocCommentsAndTags(compilerNode).filter(ts.isJSDoc);
  const text = ts.getTextOfJSDocComment(comments.at(-1)?.comment)?.trim() ?? commentBefore(compilerNode);
  return text === "" ? undefined : text;
}

/**
 * TypeScript attaches no JSDoc to an array's elements, nor to a property that stands on the line of the brace or comma
 * before it. For example `Type.Union([/** Now. *\/ Type.Literal("now")])`.
 */
function commentBefore(node: ts.Node): string | undefined {
  const { text } = node.getSourceFile();
  const before = ts.getTrailingCommentRanges(text, node.pos) ?? [];
  const above = ts.getLeadingCommentRanges(text, node.pos) ?? [];
  const last = [...before, ...above].findLast(({ pos }) => text.startsWith("/**", pos));
  if (last === undefined) return undefined;
  const isOfLineBefore = before.includes(last) && text.slice(last.end, node.getStart()).includes("\n");
  return isOfLineBefore ? undefined : contentOf(text.slice(last.pos, last.end));
}

function contentOf(comment: string): string {
  const lines = comment
    .slice("/**".length, -"*/".length)
    .split(/\r\n|\r|\n/u)
    .map((line) => line.replace(/^\s*\*? ?/u, "").trimEnd());
  const firstTag = lines.findIndex((line) => line.startsWith("@"));
  return (firstTag === -1 ? lines : lines.slice(0, firstTag)).join("\n").trim();
}
