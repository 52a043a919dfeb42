import { breakLines } from "../../layout/break-lines.js";
import { type Doc, group, ifBroken, indent, join, line, sequence, softline, spare } from "../../layout/doc.js";
import { outline, splitOutside } from "../../layout/outline.js";
import type { Page } from "../../layout/print-doc.js";

/** What swift-format keeps lines to. */
const PAGE: Page = { width: 100, widthOf: (text) => text.length };
const BRACKETS = "()[]{}";

/**
 * Makes printed text what the options and swift-format ask for: templates say `public`, which becomes the access level
 * (`package `, or nothing), and long lines are broken.
 */
export function finishSwift(text: string, access: string): string {
  const lines = text.split("\n").map((code) => code.replace(/^( *)public /, (_, blanks: string) => blanks + access));
  const fenced = fencedLines(lines);
  return breakLines(lines.join("\n"), PAGE, (code) => (fenced.has(code) ? code : swiftLine(code)));
}

/** Where a line of Swift may break, as far as templates write lines that can be long. */
export function swiftLine(code: string): Doc {
  if (code.startsWith("//")) return commentLine(code);
  if (code.startsWith("@available(")) return attributeLine(code);
  if (code.startsWith("case ")) return caseLine(code);
  const shown = outline(code, BRACKETS);
  if (/(^| )typealias /.test(shown)) return breakAfter(code, shown.indexOf(" = ") + " =".length);
  if (/(^| )(let|var) /.test(shown) && !shown.includes(" = ")) return propertyLine(code, shown);
  return code.startsWith("extension ") ? call(code, "<>") : statement(code);
}

/** The lines of code in documentation, which mean something else if they are broken. */
function fencedLines(lines: readonly string[]): ReadonlySet<string> {
  let isFenced = false;
  const fenced = lines
    .map((code) => code.trimStart())
    .filter((code) => {
      const isFence = /^\/\/\/ {1,4}(```|~~~)/.test(code);
      isFenced = code.startsWith("///") && isFenced !== isFence;
      return isFenced;
    });
  return new Set(fenced);
}

/**
 * Words that go on below, after the same mark and as far in. A rule for swift-format has to stand on one line, and so
 * have headings, tables and code four columns in.
 */
function commentLine(code: string): Doc {
  const start = /^\/+ */.exec(code)?.[0] ?? "";
  const [first = "", ...words] = code.slice(start.length).split(" ");
  if (/^(swift-format-ignore:|#+$|\|)/.test(first) || / {5}$/.test(start)) return code;
  const others = words.map((word) => group(sequence(line, ifBroken(start), word)));
  return sequence(`${start}${first}`, ...others);
}

/** For example `@available(*, deprecated, message: "…")`. */
function attributeLine(code: string): Doc {
  const label = "message:";
  const at = code.indexOf(label);
  if (at === -1) return code;
  const [first, message] = [code.slice("@available(".length, at - 1), code.slice(at + label.length + 1, -1)];
  const text = sequence(softline, first, line, label, indent(sequence(line, message)));
  return group(sequence("@available(", indent(text), softline, ")"));
}

/** A case with what is done for it, with the constants that lead to it, or with what it holds. */
function caseLine(code: string): Doc {
  const end = outline(code, BRACKETS).indexOf(":");
  if (end === -1) return call(code, "()");
  if (end < code.length - 1) return breakAfter(code, end + 1, statement);
  const constants = splitOutside(code.slice("case ".length, end), ", ", BRACKETS);
  return group(sequence("case ", indent(join(sequence(",", line), constants)), ":"));
}

/** For example `public let id: String`, or `public var kind: String { "at" }`. */
function propertyLine(code: string, shown: string): Doc {
  const body = shown.endsWith("}") ? shown.lastIndexOf(" {") : -1;
  if (body === -1) return breakAfter(code, shown.indexOf(":") + 1);
  const value = code.slice(body + " {".length, -1).trim();
  const contents = value.startsWith("[") ? list(value) : statement(value);
  return group(sequence(code.slice(0, body), " {", indent(sequence(line, contents)), line, "}"));
}

/** The rest of the line stands below, two columns in. */
function breakAfter(code: string, end: number, layOut: (rest: string) => Doc = (rest) => rest): Doc {
  return group(sequence(code.slice(0, end), indent(sequence(line, layOut(code.slice(end).trimStart())))));
}

/** A list that ends the line has a line for each item. Anything else is broken inside its last parentheses. */
function statement(code: string): Doc {
  const start = /^\[|= \[/.exec(outline(code, BRACKETS));
  if (start === null || !code.endsWith("]")) return call(code, "()");
  const end = start.index + start[0].length - 1;
  return group(sequence(code.slice(0, end), list(code.slice(end))));
}

/** Parameters have a line each; arguments stand on one line together if they fit. `pair` is what they stand in. */
function call(code: string, pair: string): Doc {
  const shown = outline(code, pair + BRACKETS);
  const close = shown.lastIndexOf(pair.charAt(1));
  const open = shown.lastIndexOf(pair.charAt(0), close);
  if (close === -1 || close === open + 1) return code;
  const before = code.slice(0, open);
  const items = splitOutside(code.slice(open + 1, close), ", ", pair + BRACKETS).map((item) => call(item, "()"));
  const separated = join(sequence(",", line), items);
  const contents = /(^| )init$/.test(before) ? separated : group(separated);
  const inner = sequence(pair.charAt(0), indent(sequence(softline, contents)), softline, pair.charAt(1));
  return sequence(before, group(inner), code.slice(close + 1));
}

/** A comma follows the last item once it stands on a line of its own; swift-format counts it before, too. */
function list(code: string): Doc {
  const items = splitOutside(code.slice(1, -1), ", ", BRACKETS);
  const contents = sequence(softline, join(sequence(",", line), items), ifBroken(","));
  return sequence("[", indent(contents), spare(1), softline, "]");
}
