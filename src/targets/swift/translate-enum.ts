import type { EnumDeclaration, EnumValue } from "../../ir/types.js";
import { headingLines } from "./heading.js";
import { fits, listView } from "./layout.js";
import { swiftLiteral } from "./literals.js";
import { createNameScope } from "./name-scope.js";
import { escapeKeyword, swiftCaseName } from "./names.js";
import type { TranslationContext } from "./translation-context.js";
import type { EnumCaseView, EnumView } from "./view-model.js";

const BASES = { string: "String", integer: "Int", number: "Double" } as const;

/** What an enum is made from: a declaration, or a list that the protocol has beside its schemas. */
export interface EnumParts {
  readonly name: string;
  readonly base: EnumDeclaration["base"];
  readonly values: readonly EnumValue[];
  /** Whether values that this version does not know are kept rather than refused. */
  readonly open: boolean;
  readonly lead: readonly string[];
  readonly depth: number;
  readonly access: string;
}

/** A declared enum. It stays open to values of a newer server unless the config closes it. */
export function enumView(declaration: EnumDeclaration, path: readonly string[], context: TranslationContext): EnumView {
  return enumOf({
    name: path.at(-1) ?? "",
    base: declaration.base,
    values: declaration.values,
    open: !context.options.closed.has(declaration.id),
    lead: headingLines({
      notes: [declaration.doc],
      deprecated: declaration.deprecated,
      warns: !context.used.has(declaration.id),
      names: caseNames(declaration.values),
      depth: path.length - 1,
    }),
    depth: path.length,
    access: context.options.access,
  });
}

/** An enum with one case per value, named in lowerCamelCase. */
export function enumOf(parts: EnumParts): EnumView {
  const names = caseNames(parts.values);
  const cases = parts.values.map((value, index) => caseView(value, names[index] ?? "", parts.depth));
  const references = cases.map(({ name }) => `.${name}`);
  return {
    lead: parts.lead,
    name: parts.name,
    base: BASES[parts.base],
    open: parts.open,
    cases,
    all: listView(references, (line) =>
      fits(`${parts.access}static let allKnownCases: [Self] = [${line},]`, parts.depth),
    ),
  };
}

function caseView(value: EnumValue, name: string, depth: number): EnumCaseView {
  const lead = headingLines({ notes: [value.doc], deprecated: value.deprecated, warns: false, names: [], depth });
  const literal = swiftLiteral(value.value);
  const isTall = !fits(`case ${literal}: self = .${name}`, depth + 1);
  return { lead, name: escapeKeyword(name), value: literal, tall: isTall };
}

function isExact({ value }: EnumValue): boolean {
  return swiftCaseName(value) === value;
}

/** Values that are their own case name keep it; others that would meet them get a number. */
function caseNames(values: readonly EnumValue[]): readonly string[] {
  const scope = createNameScope();
  const names = new Map<EnumValue, string>();
  for (const value of [...values.filter(isExact), ...values.filter((other) => !isExact(other))]) {
    names.set(value, scope.take(swiftCaseName(value.value)));
  }
  return values.map((value) => names.get(value) ?? "");
}
