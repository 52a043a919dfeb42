import type { EnumDeclaration, EnumValue } from "../../ir/types.js";
import { headingLines } from "./heading.js";
import { swiftLiteral } from "./literals.js";
import { caseNames, escapeKeyword } from "./names.js";
import type { TranslationContext } from "./translation-context.js";
import type { EnumCaseView, EnumView } from "./view-model.js";

const BASES = { string: "String", integer: "Int", number: "Double" } as const;

/** The compiler takes 0.2 s for a `switch` over 50 texts, and a minute over 1,000. */
const MOST_SWITCHED = 50;

/** What an enum is made from: a declaration, or a list that the protocol has beside its schemas. */
export interface EnumParts {
  readonly name: string;
  readonly base: EnumDeclaration["base"];
  readonly values: readonly EnumValue[];
  /** Whether values that this version does not know are kept rather than refused. */
  readonly open: boolean;
  readonly lead: readonly string[];
}

/** A declared enum. It stays open to values of a newer server unless the config closes it. */
export function enumView(declaration: EnumDeclaration, path: readonly string[], context: TranslationContext): EnumView {
  return enumOf({
    name: path.at(-1) ?? "",
    base: declaration.base,
    values: declaration.values,
    open: !context.closed.has(declaration.id),
    lead: headingLines({
      notes: [declaration.doc],
      deprecated: declaration.deprecated,
      warns: !context.used.has(declaration.id),
      names: [...caseNames(valuesOf(declaration.values)).names.values()],
    }),
  });
}

/** An enum with one case per value, named in lowerCamelCase. */
export function enumOf({ lead, name, base, open, values }: EnumParts): EnumView {
  const { names } = caseNames(valuesOf(values));
  const table = values.length > MOST_SWITCHED;
  const cases = values.map((value) => caseView(value, names.get(value.value) ?? ""));
  return { lead, name, base: BASES[base], open, table, cases };
}

function caseView({ value, doc, deprecated }: EnumValue, name: string): EnumCaseView {
  const lead = headingLines({ notes: [doc], deprecated, warns: false, names: [] });
  return { lead, name: escapeKeyword(name), value: swiftLiteral(value) };
}

function valuesOf(values: readonly EnumValue[]): readonly EnumValue["value"][] {
  return values.map(({ value }) => value);
}
