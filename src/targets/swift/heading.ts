import type { Deprecation } from "../../ir/types.js";
import { paragraphs, textLines } from "../shared/comment-lines.js";
import { swiftStringLiteral } from "./literals.js";

const HIDDEN = /[\p{C}\p{Zl}\p{Zp}]/gu;

/** What is said of a declaration or member before its first line. */
export interface HeadingParts {
  readonly notes: readonly (string | undefined)[];
  readonly deprecated: Deprecation | undefined;
  /** Whether the compiler may warn at each use; where generated code uses it too, documentation has to do. */
  readonly warns: boolean;
  /** Names that swift-format's rules would object to. */
  readonly names: readonly string[];
}

/** The lines before a declaration: rules to ignore, documentation, attributes. */
export function headingLines({ notes, deprecated, warns, names }: HeadingParts): readonly string[] {
  if (deprecated === undefined) return [...ignoredRules(names), ...docLines(notes)];
  return warns
    ? [...ignoredRules(names), ...docLines(notes), deprecationAttribute(deprecated)]
    : [...ignoredRules(names), ...docLines([...notes, deprecationNote(deprecated)])];
}

/**
 * The lines of a doc comment, each with its `///`; they are wrapped where they are printed. Paragraphs come from separate
 * notes and from line breaks in the text. Xcode reads them as Markdown, so blanks stay that mean something in it. A line comment ends at its line's end only, so nothing in the text can end it
 * early; marks that cannot be seen (controls, reading direction) are written as escapes.
 */
export function docLines(notes: readonly (string | undefined)[]): readonly string[] {
  const blocks = notes.map((note) => withoutSpareBlanks(textLines(note ?? "", visible)));
  return paragraphs(blocks).map((text) => `/// ${text}`.trimEnd());
}

/** Blanks between words are one, but in code: between fences, and four columns in. */
function withoutSpareBlanks(lines: readonly string[]): readonly string[] {
  let isFenced = false;
  return lines.map((line) => {
    const isFence = /^ {0,3}(```|~~~)/.test(line);
    if (isFence) isFenced = !isFenced;
    return isFenced || isFence || line.startsWith("    ") ? line : line.replace(/(?<=\S) +(?= )/g, "");
  });
}

function visible(line: string): string {
  return line
    .replace(/^[ \t]+/, (blanks) => blanks.replaceAll("\t", "    "))
    .replaceAll("\t", " ")
    .trimEnd()
    .replace(HIDDEN, (mark: string) => `\\u{${(mark.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`);
}

function deprecationNote({ reason }: Deprecation): string {
  return reason === undefined ? "Deprecated." : `Deprecated: ${reason}`;
}

function deprecationAttribute({ reason }: Deprecation): string {
  return `@available(*, deprecated${reason === undefined ? "" : `, message: ${swiftStringLiteral(reason)}`})`;
}

function ignoredRules(names: readonly string[]): readonly string[] {
  const rules = [
    ...(names.every((name) => /^[^\p{Lu}_][^_]*$/u.test(name)) ? [] : ["AlwaysUseLowerCamelCase"]),
    ...(names.every((name) => /^\w*$/.test(name)) ? [] : ["IdentifiersMustBeASCII"]),
  ];
  return rules.length === 0 ? [] : [`// swift-format-ignore: ${rules.join(", ")}`];
}
