import { formatValues } from "../../instances/format-values.js";
import { constantsOf } from "../../json-schema/schema.js";
import { limitsOf, type Literal } from "./facts.js";
import { findText } from "./find-text.js";
import { type Answer, type Goal, meets, NONE, UNKNOWN } from "./goal.js";
import { both, either, empty, everything, type Language, not, sequence, set } from "./language.js";
import { patternLanguage } from "./pattern-language.js";

const NICE: readonly string[] = [
  "text",
  "a",
  "",
  "x",
  "name",
  "0",
  "A",
  "two words",
  "x-1",
  "/",
  "a/b",
  "a.b",
  "-",
  "é",
];
/** A longer text is not written out. */
const LONGEST = 4_000_000;

/** Finds a text. Patterns are cut with each other as sets of texts, so that one that allows nothing more is seen. */
export function solveString(literals: readonly Literal[], goal: Goal): Answer {
  const { least, most } = lengthsOf(literals);
  if (least > most) return NONE;
  if (least > LONGEST) return literals.some(speaksOfText) ? UNKNOWN : { kind: "found", value: undefined };
  const formats = literals.filter(({ keyword }) => keyword === "format");
  const wanted = formats.filter(({ holds }) => holds).flatMap(({ schema }) => formatValues(String(schema["format"])));
  const sized = [least, least + 1].map((length) => "x".repeat(length));
  const nice = [...wanted, ...NICE, ...sized].find((text) => meets(goal, text));
  if (nice !== undefined) return { kind: "found", value: nice };
  const language = languageOf(literals);
  if (language === undefined) return UNKNOWN;
  const found = findText(language, least);
  if (found.kind !== "found") return found.kind === "none" ? NONE : UNKNOWN;
  if ([...found.text].length > most) return NONE;
  return meets(goal, found.text) ? { kind: "found", value: found.text } : UNKNOWN;
}

function lengthsOf(literals: readonly Literal[]): { readonly least: number; readonly most: number } {
  return {
    least: Math.ceil(
      Math.max(
        0,
        ...limitsOf(literals, "minLength", true),
        ...limitsOf(literals, "maxLength", false).map((length) => Math.floor(length) + 1),
      ),
    ),
    most: Math.floor(
      Math.min(
        Infinity,
        ...limitsOf(literals, "maxLength", true),
        ...limitsOf(literals, "minLength", false).map((length) => Math.ceil(length) - 1),
      ),
    ),
  };
}

function speaksOfText({ keyword }: Literal): boolean {
  return keyword === "pattern" || keyword === "format";
}

/** Every text that the patterns and constants leave; undefined where a pattern cannot be said so. */
function languageOf(literals: readonly Literal[]): Language | undefined {
  const parts: Language[] = [];
  for (const { keyword, schema, holds } of literals) {
    if (keyword === "pattern") {
      const language = patternLanguage(String(schema["pattern"]));
      if (language === undefined) return undefined;
      parts.push(holds ? language : not(language));
    }
    if ((keyword === "const" || keyword === "enum") && !holds) {
      const texts = (constantsOf({ [keyword]: schema[keyword] ?? null }) ?? []).filter(
        (value) => typeof value === "string",
      );
      parts.push(not(either(texts.map(textLanguage))));
    }
  }
  return parts.length === 0 ? everything : both(parts);
}

function textLanguage(text: string): Language {
  const characters = [...text].map((character) => character.codePointAt(0) ?? 0);
  return characters.reduceRight<Language>((rest, character) => sequence(set([[character, character]]), rest), empty);
}
