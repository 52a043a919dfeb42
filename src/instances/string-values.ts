import { compilePattern } from "../json-schema/pattern.js";
import { numberOr } from "../json-schema/schema.js";
import type { JsonObject } from "../support/json.js";
import { formatValues } from "./format-values.js";
import type { Random } from "./random.js";
import { parseRegex } from "./regex/parse-regex.js";
import { type RegexStyle, sampleRegex } from "./regex/sample-regex.js";

/** Beyond this no text is made to reach a `maxLength`: it would only cost time. */
const LONGEST = 600;

const TEXTS: readonly string[] = [
  "",
  "a",
  "two words",
  '"quoted" \\back\\slash/ */ ${x} `tick`',
  "line\nbreak\ttab\u0000\u001f\u007f",
  "\u2028\u2029\ufeff",
  "😀𝒳 𐍈",
  "e\u0301 \u00e9 漢字",
  "null",
  "0",
];

const ALPHABET: readonly string[] = [..."abcxyzABC0189 _-.:/\"'\\<>&é漢😀"];

/** One string at random under a schema's string keywords; undefined where none was found. For example `"x0 b"`. */
export function randomString(schema: JsonObject, random: Random): string | undefined {
  const { pattern, format } = schema;
  if (typeof pattern === "string") return randomMatch(schema, pattern, random);
  if (typeof format === "string") return undefined;
  const minimum = numberOr(schema["minLength"], 0);
  const length = minimum + random.below(Math.min(numberOr(schema["maxLength"], Infinity), minimum + 12) - minimum + 1);
  return Array.from({ length }, () => random.pick(ALPHABET) ?? "").join("");
}

/**
 * Strings worth trying under a schema's string keywords: plain, odd and beyond the basic plane, and both ends of the
 * allowed length. For example `{ minLength: 1 }` gives no empty one. May be empty where no text was found.
 */
export function stringValues(schema: JsonObject, random: Random): readonly string[] {
  const minimum = numberOr(schema["minLength"], 0);
  const maximum = numberOr(schema["maxLength"], Infinity);
  const regex = typeof schema["pattern"] === "string" ? compilePattern(schema["pattern"]) : undefined;
  const fits = (text: string): boolean => {
    const length = [...text].length;
    return length >= minimum && length <= maximum && (regex === undefined || regex.test(text));
  };
  const format = typeof schema["format"] === "string" ? formatValues(schema["format"]) : [];
  if (format.length > 0) return format.filter(fits);
  const ends = [minimum, Math.min(maximum, LONGEST)].filter(
    (length) => length > 0 && length >= minimum && (maximum <= LONGEST || length === minimum),
  );
  const sized = ends.flatMap((length) => ["x".repeat(length), "😀".repeat(length)]);
  const sampled =
    typeof schema["pattern"] === "string" ? patternValues(schema["pattern"], { minimum, maximum }, random) : [];
  return [...new Set(["text", ...sampled, ...TEXTS, ...sized].filter(fits))];
}

function randomMatch(schema: JsonObject, pattern: string, random: Random): string | undefined {
  const node = parseRegex(pattern);
  const regex = compilePattern(pattern);
  const minimum = numberOr(schema["minLength"], 0);
  const maximum = numberOr(schema["maxLength"], Infinity);
  if (node === undefined) return undefined;
  for (let attempt = 0; attempt < 8; attempt += 1) {
    const text = sampleRegex(node, random, { repeat: "random", reach: 12 });
    const length = [...text].length;
    if (length >= minimum && length <= maximum && regex?.test(text) === true) return text;
  }
  return undefined;
}

const STYLES: readonly RegexStyle[] = [
  { repeat: "random", reach: 6 },
  { repeat: "shortest", reach: 0 },
  { repeat: "longest", reach: 255 },
  { repeat: "random", reach: 40 },
  { repeat: "random", reach: 2 },
];

function patternValues(
  pattern: string,
  length: { minimum: number; maximum: number },
  random: Random,
): readonly string[] {
  const node = parseRegex(pattern);
  if (node === undefined) return [];
  const stretched =
    length.minimum > 0 && length.minimum <= LONGEST ? [{ repeat: "longest", reach: length.minimum } as const] : [];
  const limited = Number.isFinite(length.maximum)
    ? [{ repeat: "longest", reach: Math.min(LONGEST, Math.max(0, length.maximum - 1)) } as const]
    : [];
  const styles = [...STYLES, ...stretched, ...limited];
  const texts = styles.flatMap((style) => Array.from({ length: 6 }, () => sampleRegex(node, random, style)));
  const framed = texts
    .slice(0, 3)
    .flatMap((text) => [
      `a${text}`,
      `${text}z`,
      `a${text}z`,
      text.padEnd(length.minimum, "a"),
      text.padEnd(Math.min(length.maximum, LONGEST), "b"),
    ]);
  return [...texts, ...framed];
}
