import { capitalise } from "../../support/capitalise.js";
import { splitWords } from "../../support/split-words.js";
import { createNameScope, type NameScope } from "../shared/name-scope.js";
import { type NestedNaming, singular } from "../shared/nested-name.js";
import { type DistinctNames, distinctNames } from "../shared/spell-out.js";
import type { VariantSpelling } from "../shared/variant-names.js";
import type { SwiftOptions } from "./options.js";
import { IDENTITY, isTakenType, KEYWORDS, RESERVED_CASES, RESERVED_PROPERTIES } from "./reserved-names.js";

const IDENTIFIER = /^[\p{L}_][\p{L}\p{Nd}_]*$/u;
const NUMBER = /^-?\d+(\.\d+)?(e[+-]\d+)?$/;
const SUFFIX = "Value";

/**
 * The name of a type. What Swift cannot spell becomes UpperCamelCase; a name that would hide a type of the standard
 * library or of the runtime gets the suffix `Value`.
 * For example `CronJob` → `CronJob`, `error` → `ErrorValue`, `2fa-mode` → `Type2FaMode`.
 */
export function swiftTypeName(text: string): string {
  const spelt = IDENTIFIER.test(text) && !text.includes("_") ? capitalise(text) : upperCamelCase(text);
  const name = /^\p{Lu}/u.test(spelt) ? spelt : `Type${spelt}`;
  return isTakenType(name) || name === IDENTITY ? `${name}${SUFFIX}` : name;
}

/**
 * The name of a property: as on the wire where Swift can spell it and no other style is asked for, camelCase otherwise,
 * without backticks.
 * For example `idempotencyKey` and `session_id` stay, `x-request-id` → `xRequestId`, `self` → `selfValue`.
 */
export function swiftMemberName(wireName: string, style: MemberNaming = "wire"): string {
  const isSpelt = style === "wire" && IDENTIFIER.test(wireName) && !/^_+$/.test(wireName);
  const name = isSpelt ? wireName : lowerCamelCase(wireName);
  const isTaken = RESERVED_PROPERTIES.has(name) || isTakenType(name);
  return isTaken ? `${name}${SUFFIX}` : name;
}

/**
 * The name of an enum case, in lowerCamelCase from any text, without backticks.
 * For example `next-heartbeat` → `nextHeartbeat`, `NOT_LINKED` → `notLinked`, `iOS` stays, `2fa` → `value2Fa`,
 * `-1` → `minus1`, `` → `empty`.
 */
export function swiftCaseName(value: string | number | boolean): string {
  const name = caseText(value);
  return RESERVED_CASES.has(name) ? `${name}${SUFFIX}` : name;
}

/** The name of a case, whatever Swift means by it. */
function caseText(value: string | number | boolean): string {
  const text = String(value);
  return lowerCamelCase(NUMBER.test(text) ? numberWords(text) : text);
}

/** How the cases of a union are called. For example `jobId` and `text`. */
export const caseSpelling: VariantSpelling = { spell: swiftCaseName, key: swiftKey };

/** How the types that its variants nest are called. For example `JobId`. */
export const variantTypeSpelling: VariantSpelling = { spell: (label) => capitalise(caseText(label)), key: swiftKey };

/** How shapes that stand in several places are called. For example `TextOrNumber`. */
export const shapeSpelling: VariantSpelling = { spell: (label) => upperCamelCase(String(label)), key: swiftKey };

/** How what a schema nests is called. For example the elements of `tags` are `Tag`, those of `presence` `PresenceItem`. */
export const nestedNaming: NestedNaming = {
  spell: upperCamelCase,
  items: (name) => singular(name) ?? `${name}Item`,
  values: (name) => singular(name) ?? `${name}Value`,
  value: (name) => (name === "" ? "Value" : name),
};

/** A scope for Swift, to which names that look alike are one name. */
export function swiftScope(taken: Iterable<string> = []): NameScope {
  return createNameScope(taken, swiftKey);
}

/** Swift takes names that look alike for one. */
function swiftKey(name: string): string {
  return name.normalize("NFC");
}

/** As on the wire, or in lowerCamelCase. */
export type MemberNaming = SwiftOptions["naming"];

interface MemberStyle {
  readonly style: MemberNaming;
  /** Whether a type of the top level has the name. */
  readonly isType: (name: string) => boolean;
}

/** The names of an object's properties by wire name. For example `x-id` and `x.id` → `xDashId` and `xDotId`. */
export function memberNames(wireNames: readonly string[], { style, isType }: MemberStyle): DistinctNames<string> {
  const nameOf = (wireName: string, form = wireName): string => {
    const name = swiftMemberName(form, style);
    return isType(name) ? `${name}${SUFFIX}` : name;
  };
  return distinctNames(wireNames, { textOf: (wireName) => wireName, nameOf, key: swiftKey });
}

/** The names of an enum's cases by value. For example `gmt+1` and `gmt-1` → `gmtPlus1` and `gmtMinus1`. */
export function caseNames<Value extends string | number>(values: readonly Value[]): DistinctNames<Value> {
  const nameOf = (value: Value, form: string | undefined): string => swiftCaseName(form ?? value);
  return distinctNames(values, { textOf: String, nameOf, key: swiftKey });
}

/** The name as it stands in code: keywords in backticks. For example `default` → `` `default` ``. */
export function escapeKeyword(name: string): string {
  return KEYWORDS.has(name) ? `\`${name}\`` : name;
}

/** For example `chat.send` → `ChatSend`, `🎉` → `U1F389`. */
export function upperCamelCase(text: string): string {
  return nameWords(text).join("");
}

/** For example `chat.send` → `chatSend`, `HTTPServer` → `httpServer`, `2fa` → `value2Fa`. */
export function lowerCamelCase(text: string): string {
  const [first = "empty", ...others] = nameWords(text);
  const name = first.toLowerCase() + others.join("");
  return /^[\p{L}]/u.test(name) ? name : `value${name}`;
}

/** Words of letters and digits; text without any is spelt by its code points. */
function wordsOf(text: string): readonly string[] {
  const words = splitWords(text.normalize("NFC")).filter((word) => /[\p{L}\p{Nd}]/u.test(word));
  if (words.length > 0) return words.map((word) => word.replace(/[^\p{L}\p{Nd}]/gu, "")).filter((word) => word !== "");
  return [...text].map((character) => `u${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}`);
}

/** The words as they stand in a name. Capitals after a small letter are an acronym, and stay: `iOS`, `userID`. */
function nameWords(text: string): readonly string[] {
  const acronyms = new Set<string>(text.match(/(?<=\p{Ll})\p{Lu}{2,}(?!\p{Ll})/gu) ?? []);
  return wordsOf(text).map((word) => (acronyms.has(word) ? word : capitaliseWord(word)));
}

function capitaliseWord(word: string): string {
  const isShouted = word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase();
  return capitalise(isShouted ? word.toLowerCase() : word);
}

function numberWords(number: string): string {
  const [sign, digits] = number.startsWith("-") ? ["minus ", number.slice(1)] : ["value ", number];
  return sign + digits.replace(".", " point ").replace("e+", "e").replace("e-", "e minus ");
}
