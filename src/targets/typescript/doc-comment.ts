import { onOneLine, paragraphs, textLines } from "../shared/comment-lines.js";

const CONTROL = /(?!\t)\p{Cc}|\ufeff/gu;
const LONE_SURROGATE = /\p{Surrogate}/gu;
const TAG_AT_START = /^(\s*)@/u;

/** What a comment says, in this order: prose, remarks made from constraints, tags. */
export interface CommentParts {
  readonly prose: string | undefined;
  readonly remarks: readonly string[];
  readonly tags: readonly string[];
}

/**
 * The lines of a TSDoc comment, none where there is nothing to say. Text from a schema cannot end the comment, begin a
 * tag of its own or leave its line. For example `["/** Never empty. *" + "/"]`.
 */
export function docComment({ prose, remarks, tags }: CommentParts): readonly string[] {
  const blocks = [
    textLines(prose ?? "", proseLine),
    remarks.flatMap((remark) => textLines(remark, proseLine)),
    tags.map((tag) => safeText(onOneLine(tag)).trimEnd()),
  ];
  const lines = paragraphs(blocks);
  const [first] = lines;
  if (first === undefined) return [];
  if (lines.length === 1) return [`/** ${first} */`];
  return ["/**", ...lines.map((line) => ` * ${line}`.trimEnd()), " */"];
}

function proseLine(line: string): string {
  return safeText(line).trimEnd().replace(TAG_AT_START, "$1\\@");
}

function safeText(text: string): string {
  return text.replaceAll("*/", "*\\/").replace(CONTROL, "").replace(LONE_SURROGATE, "\ufffd");
}
