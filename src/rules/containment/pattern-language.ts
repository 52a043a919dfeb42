import { type AST, RegExpParser } from "@eslint-community/regexpp";
import { readPattern } from "../../json-schema/pattern.js";
import {
  both,
  either,
  empty,
  everything,
  type Language,
  mergeRanges,
  never,
  not,
  otherRanges,
  type Range,
  repeat,
  sequence,
  set,
} from "./language.js";

/** The texts that a pattern accepts; undefined for one that says what no language here can say, such as `\b` or `\1`. */
export function patternLanguage(pattern: string): Language | undefined {
  const reading = readPattern(pattern);
  if (!("flags" in reading)) return undefined;
  const parsed = new RegExpParser().parsePattern(pattern, 0, pattern.length, { unicode: reading.flags === "u" });
  const atStart = inAlternatives(parsed.alternatives, { rest: everything, isStart: true });
  const later = inAlternatives(parsed.alternatives, { rest: everything, isStart: false });
  return atStart === undefined || later === undefined ? undefined : either([atStart, sequence(everything, later)]);
}

/** What follows a piece of a pattern, and whether nothing stands before it. */
interface Surroundings {
  readonly rest: Language;
  readonly isStart: boolean;
}

function inAlternatives(alternatives: readonly AST.Alternative[], around: Surroundings): Language | undefined {
  const all = alternatives.map(({ elements }) => inSequence(elements, around));
  return all.some((item) => item === undefined) ? undefined : either(all.filter((item) => item !== undefined));
}

/** A sequence and what follows it, as one set of texts: so an assertion can speak of all that follows. */
function inSequence(elements: readonly AST.Element[], { rest, isStart }: Surroundings): Language | undefined {
  const [first, ...others] = elements;
  if (first === undefined) return rest;
  const staysAtStart = isStart && first.type === "Assertion";
  // What may be nothing leaves open whether the next piece stands at the start.
  if (isStart && !staysAtStart && others.some(asksForStart) && !takesText(first)) return undefined;
  const following = inSequence(others, { rest, isStart: staysAtStart });
  return following === undefined ? undefined : withElement(first, { rest: following, isStart });
}

function withElement(element: AST.Element, around: Surroundings): Language | undefined {
  switch (element.type) {
    case "Assertion":
      return withAssertion(element, around);
    case "Group":
    case "CapturingGroup":
      return inAlternatives(element.alternatives, around);
    case "Quantifier": {
      const inner = withElement(element.element, { rest: empty, isStart: false });
      if (inner === undefined || hasAssertion(element.element)) return undefined;
      return sequence(repeat(inner, element.min, element.max), around.rest);
    }
    case "Character":
    case "CharacterSet":
    case "CharacterClass": {
      const ranges = rangesOf(element);
      return ranges === undefined ? undefined : sequence(set(ranges), around.rest);
    }
    default:
      return undefined;
  }
}

function withAssertion(element: AST.Assertion, { rest, isStart }: Surroundings): Language | undefined {
  if (element.kind === "start") return isStart ? rest : never;
  if (element.kind === "end") return both([rest, empty]);
  if (element.kind !== "lookahead") return undefined;
  const ahead = inAlternatives(element.alternatives, { rest: everything, isStart });
  return ahead === undefined ? undefined : both([element.negate ? not(ahead) : ahead, rest]);
}

function asksForStart(element: AST.Element): boolean {
  return element.type === "Assertion" ? element.kind === "start" : contentOf(element).some(asksForStart);
}

function hasAssertion(element: AST.Element): boolean {
  return element.type === "Assertion" || contentOf(element).some(hasAssertion);
}

function contentOf(element: AST.Element): readonly AST.Element[] {
  if (element.type === "Quantifier") return [element.element];
  const isGroup = element.type === "Group" || element.type === "CapturingGroup";
  return isGroup ? element.alternatives.flatMap(({ elements }) => elements) : [];
}

function takesText(element: AST.Element): boolean {
  if (element.type === "Quantifier") return element.min > 0 && takesText(element.element);
  if (element.type === "Group" || element.type === "CapturingGroup")
    return element.alternatives.every(({ elements }) => elements.some(takesText));
  return element.type !== "Assertion";
}

type ClassMember = AST.Character | AST.CharacterSet | AST.CharacterClass | AST.CharacterClassElement;

const DIGIT: readonly Range[] = [[0x30, 0x39]];
const WORD: readonly Range[] = [
  [0x30, 0x39],
  [0x41, 0x5a],
  [0x5f, 0x5f],
  [0x61, 0x7a],
];
const SPACE: readonly Range[] = [
  [9, 13],
  [32, 32],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
  [0xfeff, 0xfeff],
];
const LINE_ENDS: readonly Range[] = [
  [10, 10],
  [13, 13],
  [0x2028, 0x2029],
];

function rangesOf(member: ClassMember): readonly Range[] | undefined {
  switch (member.type) {
    case "Character":
      return [[member.value, member.value]];
    case "CharacterClassRange":
      return [[member.min.value, member.max.value]];
    case "CharacterClass": {
      const inner = member.elements.map(rangesOf);
      if (inner.some((ranges) => ranges === undefined)) return undefined;
      const merged = mergeRanges(inner.flatMap((ranges) => ranges ?? []));
      return member.negate ? otherRanges(merged) : merged;
    }
    case "CharacterSet": {
      if (member.kind === "any") return otherRanges(LINE_ENDS);
      if (member.kind === "property") return undefined;
      const ranges = { digit: DIGIT, space: SPACE, word: WORD }[member.kind];
      return member.negate ? otherRanges(ranges) : ranges;
    }
    default:
      return undefined;
  }
}
