import type { Deprecation } from "../../ir/types.js";
import { docLines } from "./doc-lines.js";
import { fits } from "./layout.js";
import { swiftStringLiteral } from "./literals.js";

/** What is said of a declaration or member before its first line. */
export interface HeadingParts {
  readonly notes: readonly (string | undefined)[];
  readonly deprecated: Deprecation | undefined;
  /** Whether the compiler may warn at each use; where generated code uses it too, documentation has to do. */
  readonly warns: boolean;
  /** Names that swift-format's rules would object to. */
  readonly names: readonly string[];
  readonly depth: number;
}

/** The lines before a declaration: rules to ignore, documentation, attributes. */
export function headingLines(parts: HeadingParts): readonly string[] {
  const { deprecated, warns } = parts;
  const notes = deprecated !== undefined && !warns ? [...parts.notes, deprecationNote(deprecated)] : parts.notes;
  return [
    ...ignoredRules(parts.names),
    ...docLines(notes, parts.depth),
    ...(deprecated !== undefined && warns ? deprecationAttribute(deprecated, parts.depth) : []),
  ];
}

function deprecationNote({ reason }: Deprecation): string {
  return reason === undefined ? "Deprecated." : `Deprecated: ${reason}`;
}

function deprecationAttribute({ reason }: Deprecation, depth: number): readonly string[] {
  if (reason === undefined) return ["@available(*, deprecated)"];
  const message = swiftStringLiteral(reason);
  const line = `@available(*, deprecated, message: ${message})`;
  return fits(line, depth) ? [line] : ["@available(", "  *, deprecated,", "  message:", `    ${message}`, ")"];
}

function ignoredRules(names: readonly string[]): readonly string[] {
  const rules = [
    ...(names.every((name) => /^[^\p{Lu}_][^_]*$/u.test(name)) ? [] : ["AlwaysUseLowerCamelCase"]),
    ...(names.every((name) => /^\w*$/.test(name)) ? [] : ["IdentifiersMustBeASCII"]),
  ];
  return rules.length === 0 ? [] : [`// swift-format-ignore: ${rules.join(", ")}`];
}
