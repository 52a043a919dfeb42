const LINE_BREAK = /\r\n|[\n\r\u2028\u2029]/u;
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
  const blocks = [textLines(prose ?? ""), remarks.flatMap(textLines), tags.map(tagLine)].filter(
    (block) => block.length > 0,
  );
  const lines = blocks.flatMap((block, index) => (index === 0 ? block : ["", ...block]));
  const [first] = lines;
  if (first === undefined) return [];
  if (lines.length === 1) return [`/** ${first} */`];
  return ["/**", ...lines.map((line) => ` * ${line}`.trimEnd()), " */"];
}

function textLines(text: string): readonly string[] {
  const lines = text.split(LINE_BREAK).map((line) => safeText(line).trimEnd().replace(TAG_AT_START, "$1\\@"));
  const start = lines.findIndex((line) => line !== "");
  const end = lines.findLastIndex((line) => line !== "");
  return start === -1 ? [] : lines.slice(start, end + 1);
}

function tagLine(tag: string): string {
  return safeText(tag.split(LINE_BREAK).join(" ")).trimEnd();
}

function safeText(text: string): string {
  return text.replaceAll("*/", "*\\/").replace(CONTROL, "").replace(LONE_SURROGATE, "\ufffd");
}
