import { accepted, ALWAYS, and, atom, type Check, NEVER, not, refused } from "../check.js";
import type { Emission } from "../emission.js";
import { saysNothing } from "../create-node.js";
import { stringLiteral } from "../literals.js";
import { refusesUndefined } from "../node-facts.js";
import type { SchemaNode } from "../schema-node.js";
import { indent, refuseUnless } from "./section.js";

/** The statements for keys that share them, and whether they look at the key's value. */
interface Arm {
  readonly text: string;
  readonly readsValue: boolean;
}

/** The arms of a `switch` over a key, each with its keys. */
type Arms = ReadonlyMap<string, Arm & { readonly keys: readonly string[] }>;

/** The key that a loop is at, as generated code names it. */
export const KEY = "k";

/** Refuses a value and remembers the key, so that an explanation need not search for it. */
const REFUSAL = "no(k)";

const PRESENT = atom("x !== undefined", "x === undefined");
const COUNT: Arm = { text: "if (x !== undefined) n++; break;", readsValue: true };
const PASS: Arm = { text: "break;", readsValue: false };
const REFUSE: Arm = { text: `return ${REFUSAL};`, readsValue: false };

/** A check of `x` that can go either way. */
function isOfValue(check: Check): boolean {
  return check !== ALWAYS && check !== NEVER;
}

/** What is asked of a node's keys. */
interface Loop {
  readonly arms: Arms;
  readonly patterns: readonly (readonly [pattern: string, check: Check])[];
  /** What holds of the values of keys that are no property and match no pattern. */
  readonly additional: Check;
  readonly emission: Emission;
}

/**
 * One pass over the keys of `v`: what each may hold, which are unknown, and `n`, the number of required ones. It is
 * twice as fast as loads by name where objects differ in their keys. Undefined where no keyword needs the pass.
 */
export function keyLoop(node: SchemaNode, emission: Emission): readonly string[] | undefined {
  const { additionalProperties, propertyNames: names } = node;
  const patterns = [...(node.patternProperties ?? [])].filter(
    ([, child]) => additionalProperties !== undefined || !saysNothing(child),
  );
  const additional = additionalProperties === undefined ? ALWAYS : emission.accept(additionalProperties, "x");
  const arms = armsOf(node, { additional, hasPatterns: patterns.length > 0 }, emission);
  if (arms.size === 0 && patterns.length === 0 && additionalProperties === undefined && names === undefined) {
    return undefined;
  }
  const checks = patterns.map(([pattern, child]) => [pattern, emission.accept(child, "x")] as const);
  const loop: Loop = { arms, patterns: checks, additional, emission };
  const body = [
    ...(names === undefined ? [] : refuseUnless(emission.call(names, KEY), REFUSAL)),
    ...(patterns.length === 0 ? switchLines(loop) : patternLines(loop)),
  ];
  emission.use("no");
  const readsValue =
    [...arms.values()].some((arm) => arm.readsValue) ||
    [additional, ...checks.map(([, check]) => check)].some(isOfValue);
  return [
    ...(node.required === undefined ? [] : ["let n = 0;"]),
    `for (const ${body.length > 0 ? "k" : "_k"} in v) {`,
    ...indent([...(readsValue ? ["const x = v[k];"] : []), ...body]),
    "}",
  ];
}

function armsOf(
  node: SchemaNode,
  others: { readonly additional: Check; readonly hasPatterns: boolean },
  emission: Emission,
): Arms {
  const required = new Set(node.required);
  const properties = node.properties ?? new Map<string, SchemaNode>();
  const closed = node.additionalProperties !== undefined;
  const onlyRequired = [...properties.values()].every(saysNothing) && !closed && node.patternProperties === undefined;
  const arms = new Map<string, Arm & { readonly keys: readonly string[] }>();
  const add = (key: string, arm: Arm): void => {
    arms.set(arm.text, { ...arm, keys: [...(arms.get(arm.text)?.keys ?? []), key] });
  };
  if (onlyRequired && node.propertyNames === undefined) return arms;
  for (const [key, child] of properties) {
    if (!required.has(key) && saysNothing(child) && !closed) continue;
    add(key, required.has(key) ? requiredArm(child, emission) : optionalArm(child, emission));
  }
  for (const key of required) {
    if (!properties.has(key)) add(key, countedArm(others.additional, others.hasPatterns));
  }
  return arms;
}

/** A key that is required but no property is still an additional one. */
function countedArm(additional: Check, hasPatterns: boolean): Arm {
  if (additional === ALWAYS) return COUNT;
  if (additional === NEVER && !hasPatterns) return REFUSE;
  const text = ["if (x !== undefined) n++;", ...additionalLines(additional, hasPatterns), "break;"].join(" ");
  return { text, readsValue: true };
}

function requiredArm(child: SchemaNode, emission: Emission): Arm {
  const check = emission.accept(child, "x");
  if (check === ALWAYS) return COUNT;
  if (check === NEVER) return REFUSE;
  const whole = refusesUndefined(child, emission.follow) ? check : and([PRESENT, check]);
  return { text: `if (${refused(whole)}) return ${REFUSAL}; n++; break;`, readsValue: true };
}

function optionalArm(child: SchemaNode, emission: Emission): Arm {
  const check = emission.accept(child, "x");
  if (check === ALWAYS) return PASS;
  return { text: `if (${accepted(and([PRESENT, not(check)]))}) return ${REFUSAL}; break;`, readsValue: true };
}

/** The statements for a key that is no property, and with patterns of none of them. */
function additionalLines(additional: Check, hasPatterns: boolean): readonly string[] {
  const lines = refuseUnless(additional, REFUSAL);
  return hasPatterns && lines.length > 0 ? [`if (!known) { ${lines.join(" ")} }`] : lines;
}

function switchLines({ arms, additional, patterns }: Loop): readonly string[] {
  const fallback = additionalLines(additional, patterns.length > 0);
  if (arms.size === 0) return fallback;
  return [
    "switch (k) {",
    ...indent([
      ...[...arms.values()].map(({ text, keys }) => `${labels(keys)} ${text}`),
      ...(fallback.length === 0 ? [] : [`default: ${fallback.join(" ")}`]),
    ]),
    "}",
  ];
}

function labels(keys: readonly string[]): string {
  return keys.map((key) => `case ${stringLiteral(key)}:`).join(" ");
}

function patternLines(loop: Loop): readonly string[] {
  const { arms, patterns, additional, emission } = loop;
  const matches = (pattern: string): Check => atom(`${emission.pattern(pattern)}.test(k)`);
  const [only] = patterns;
  if (only !== undefined && patterns.length === 1 && arms.size === 0 && additional === NEVER) {
    return refuseUnless(and([only[1], matches(only[0])]), REFUSAL);
  }
  // The pattern is the dearer test: it is asked for only where the value would not do.
  if (additional === ALWAYS) {
    const broken = patterns.map(([pattern, check]) => and([not(check), matches(pattern)]));
    return [...broken.flatMap((check) => refuseUnless(not(check), REFUSAL)), ...switchLines(loop)];
  }
  const tested = patterns.flatMap(([pattern, check]) => [
    `if (${accepted(matches(pattern))}) {`,
    ...indent(["known = true;", ...refuseUnless(check, REFUSAL)]),
    "}",
  ]);
  return ["let known = false;", ...tested, ...switchLines(loop)];
}
