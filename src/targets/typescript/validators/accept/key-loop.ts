import { accepted, ALWAYS, and, atom, type Check, NEVER, not, refused } from "../check.js";
import type { Emission } from "../emission.js";
import { saysNothing } from "../create-node.js";
import { stringLiteral } from "../literals.js";
import { refusesUndefined } from "../node-facts.js";
import type { SchemaNode } from "../schema-node.js";
import { indent, refuseUnless } from "./section.js";

/** The arms of a `switch` over a key: the statements of an arm, and the keys that share them. */
type Arms = ReadonlyMap<string, readonly string[]>;

/** Refuses a value and remembers the key, so that an explanation need not search for it. */
const REFUSAL = "no(k)";

const PRESENT = atom("x !== undefined", "x === undefined");

/**
 * One pass over the keys of `v`: what each may hold, which are unknown, and `n`, the number of required ones. It is
 * twice as fast as loads by name where objects differ in their keys. Undefined where no keyword needs the pass.
 */
export function keyLoop(node: SchemaNode, emission: Emission): readonly string[] | undefined {
  const patterns = [...(node.patternProperties ?? [])].filter(
    ([, child]) => node.additionalProperties !== undefined || !saysNothing(child),
  );
  const additional = additionalLines(node, patterns.length > 0, emission);
  const arms = armsOf(node, additional, emission);
  const names = node.propertyNames;
  if (arms.size === 0 && patterns.length === 0 && node.additionalProperties === undefined && names === undefined) {
    return undefined;
  }
  const body = [
    ...(names === undefined ? [] : refuseUnless(emission.call(names, "k"), REFUSAL)),
    ...(patterns.length === 0
      ? switchLines(arms, additional)
      : patternLines(patterns, switchLines(arms, additional), emission)),
  ];
  emission.use("no");
  const usesValue = body.some((line) => /\bx\b/.test(line));
  const usesKey = usesValue || body.some((line) => /\bk\b/.test(line));
  return [
    ...(node.required === undefined ? [] : ["let n = 0;"]),
    `for (const ${usesKey ? "k" : "_k"} in v) {`,
    ...indent([...(usesValue ? ["const x = v[k];"] : []), ...body]),
    "}",
  ];
}

function armsOf(node: SchemaNode, additional: readonly string[], emission: Emission): Arms {
  const required = new Set(node.required);
  const properties = node.properties ?? new Map<string, SchemaNode>();
  const closed = node.additionalProperties !== undefined;
  const onlyRequired = [...properties.values()].every(saysNothing) && !closed && node.patternProperties === undefined;
  const arms = new Map<string, string[]>();
  const add = (key: string, arm: string): void => {
    arms.set(arm, [...(arms.get(arm) ?? []), key]);
  };
  if (onlyRequired && node.propertyNames === undefined) return arms;
  for (const [key, child] of properties) {
    if (!required.has(key) && saysNothing(child) && !closed) continue;
    add(key, required.has(key) ? requiredArm(child, emission) : optionalArm(child, emission));
  }
  for (const key of required) {
    if (!properties.has(key)) add(key, countedArm(additional));
  }
  return arms;
}

const COUNT = "if (x !== undefined) n++; break;";

/** A key that is required but no property is still an additional one. */
function countedArm(additional: readonly string[]): string {
  if (additional.length === 0) return COUNT;
  return additional[0] === `return ${REFUSAL};`
    ? `return ${REFUSAL};`
    : ["if (x !== undefined) n++;", ...additional, "break;"].join(" ");
}

function requiredArm(child: SchemaNode, emission: Emission): string {
  const check = emission.accept(child, "x");
  if (check === ALWAYS) return COUNT;
  if (check === NEVER) return `return ${REFUSAL};`;
  const whole = refusesUndefined(child, emission.follow) ? check : and([PRESENT, check]);
  return `if (${refused(whole)}) return ${REFUSAL}; n++; break;`;
}

function optionalArm(child: SchemaNode, emission: Emission): string {
  const check = emission.accept(child, "x");
  if (check === ALWAYS) return "break;";
  return `if (${accepted(and([PRESENT, not(check)]))}) return ${REFUSAL}; break;`;
}

/** The statements for a key that is no property, and with patterns of none of them. */
function additionalLines(node: SchemaNode, hasPatterns: boolean, emission: Emission): readonly string[] {
  const { additionalProperties } = node;
  if (additionalProperties === undefined) return [];
  const lines = refuseUnless(emission.accept(additionalProperties, "x"), REFUSAL);
  return hasPatterns && lines.length > 0 ? [`if (!known) { ${lines.join(" ")} }`] : lines;
}

function switchLines(arms: Arms, fallback: readonly string[]): readonly string[] {
  if (arms.size === 0) return fallback;
  return [
    "switch (k) {",
    ...indent([
      ...[...arms].map(([arm, keys]) => `${labels(keys)} ${arm}`),
      ...(fallback.length === 0 ? [] : [`default: ${fallback.join(" ")}`]),
    ]),
    "}",
  ];
}

function labels(keys: readonly string[]): string {
  return keys.map((key) => `case ${stringLiteral(key)}:`).join(" ");
}

function patternLines(
  patterns: readonly (readonly [string, SchemaNode])[],
  rest: readonly string[],
  emission: Emission,
): readonly string[] {
  const matches = (pattern: string): Check => atom(`${emission.pattern(pattern)}.test(k)`);
  const [only] = patterns;
  if (only !== undefined && patterns.length === 1 && rest.join() === `if (!known) { return ${REFUSAL}; }`) {
    return refuseUnless(and([emission.accept(only[1], "x"), matches(only[0])]), REFUSAL);
  }
  // The pattern is the dearer test: it is asked for only where the value would not do.
  if (!rest.some((line) => line.includes("(!known)"))) {
    const broken = patterns.map(([pattern, child]) => and([not(emission.accept(child, "x")), matches(pattern)]));
    return [...broken.flatMap((check) => refuseUnless(not(check), REFUSAL)), ...rest];
  }
  const tested = patterns.flatMap(([pattern, child]) => [
    `if (${accepted(matches(pattern))}) {`,
    ...indent(["known = true;", ...refuseUnless(emission.accept(child, "x"), REFUSAL)]),
    "}",
  ]);
  return ["let known = false;", ...tested, ...rest];
}
