import { Node, SyntaxKind } from "ts-morph";
import type { LintFinding, SourceRule } from "./lint-rule.js";
import { enclosingName } from "./source/enclosing-name.js";

/** JSON has no regular expressions: the pattern that peers see would be `{}` and check nothing. */
export const regexpPattern: SourceRule = {
  id: "regexp-pattern",
  purpose: "Checks that patterns are strings, since a regular expression is lost in JSON.",
  category: "typebox",
  default: "error",
  reads: "source",
  check: ({ source }) =>
    source.files
      .flatMap((file) => file.getDescendantsOfKind(SyntaxKind.RegularExpressionLiteral))
      .flatMap((literal): readonly LintFinding[] => {
        const property = literal.getParent();
        if (!Node.isPropertyAssignment(property) || property.getName() !== "pattern") return [];
        const [, pattern = "", flags = ""] = /^\/(.*)\/(\w*)$/su.exec(literal.getText()) ?? [];
        const text = JSON.stringify(pattern.replaceAll("\\/", "/"));
        const file = literal.getSourceFile().getFilePath();
        return [
          {
            path: enclosingName(property),
            location: source.locationOf(literal),
            message: `The pattern ${literal.getText()} is a regular expression, which JSON cannot hold`,
            help: `Write it as a string: \`pattern: ${text}\`.${flags.replace("u", "") === "" ? "" : " Draft-07 has no flags."}`,
            edits:
              flags.replace("u", "") === "" ? [{ file, start: literal.getStart(), end: literal.getEnd(), text }] : [],
          },
        ];
      }),
};
