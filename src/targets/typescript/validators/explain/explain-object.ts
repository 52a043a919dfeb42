import { accepted, ALWAYS, and, atom, NEVER, not, or, refused } from "../check.js";
import { saysNothing } from "../create-node.js";
import type { Emission } from "../emission.js";
import { fragmentToken, pointerToken, stringLiteral, valueLiteral } from "../literals.js";
import { hasProperty } from "../property-names.js";
import type { SchemaNode } from "../schema-node.js";
import { refusedInAnd } from "./explain-array.js";
import type { Step } from "./step.js";

/** Keys that stand in paths as they are. */
const PLAIN_KEY = /^[\w.-]+$/;

const ABSENT = atom("x === undefined", "x !== undefined");

/** Reports what the keywords of objects say of `v`, which is known to be one: unknown and wrong keys, then missing ones. */
export function explainObject(node: SchemaNode, emission: Emission): readonly Step[] {
  const { minProperties, maxProperties, required } = node;
  const size = (keyword: string, operator: string, limit: number): Step => ({
    stop: `Object.keys(v).length ${operator} ${limit} && ${emission.use("wrongSize")}(c, p, s, "${keyword}", ${limit})`,
  });
  return [
    ...keyLoop(node, emission),
    ...(required === undefined ? [] : [{ stop: `${emission.use("missing")}(c, p, s, v, ${valueLiteral(required)})` }]),
    ...dependencySteps(node, emission),
    ...(minProperties === undefined ? [] : [size("minProperties", "<", minProperties)]),
    ...(maxProperties === undefined ? [] : [size("maxProperties", ">", maxProperties)]),
  ];
}

function keyLoop(node: SchemaNode, emission: Emission): readonly Step[] {
  const lines = [...nameLines(node, emission), ...patternLines(node, emission), ...propertyLines(node, emission)];
  if (lines.length === 0) return [];
  const usesValue = lines.some((line) => /\bx\b/.test(line));
  return [
    "for (const k in v) {",
    ...(usesValue ? ["  const x = v[k];"] : []),
    ...lines.map((line) => `  ${line}`),
    "}",
  ];
}

function nameLines({ propertyNames }: SchemaNode, emission: Emission): readonly string[] {
  if (propertyNames === undefined) return [];
  const check = emission.call(propertyNames, "k");
  const report = `${emission.use("wrongName")}(c, p, s, k, ${emission.explain(propertyNames)})`;
  return [`if (${check === NEVER ? report : `${refused(check)} && ${report}`}) return true;`];
}

function patternLines(node: SchemaNode, emission: Emission): readonly string[] {
  return [...(node.patternProperties ?? [])].flatMap(([pattern, child]) => {
    const check = emission.accept(child, "x");
    if (check === ALWAYS) return [];
    const path = stringLiteral(`/patternProperties/${fragmentToken(pattern)}`);
    const explain = `${emission.explain(child)}(c, ${emission.use("at")}(p, k), s + ${path}, x)`;
    const fails = check === NEVER ? "" : `${refusedInAnd(refused(check))} && `;
    return [`if (${emission.pattern(pattern)}.test(k) && ${fails}${explain}) return true;`];
  });
}

function propertyLines(node: SchemaNode, emission: Emission): readonly string[] {
  const arms = new Map<string, string[]>();
  const closed = node.additionalProperties !== undefined;
  for (const [key, child] of node.properties ?? []) {
    if (saysNothing(child) && !closed) continue;
    const arm = propertyArm(key, child, emission);
    arms.set(arm, [...(arms.get(arm) ?? []), `case ${stringLiteral(key)}:`]);
  }
  const fallback = additionalLine(node, emission);
  if (arms.size === 0) return fallback === undefined ? [] : [fallback];
  const shared = [...arms.keys()].some((arm) => arm.endsWith("break;"));
  return [
    ...(shared ? ["let e: Explain;"] : []),
    "switch (k) {",
    ...[...arms].map(([arm, labels]) => `  ${labels.join(" ")} ${arm}`),
    `  default: ${fallback ?? "continue;"}`,
    "}",
    ...(shared ? ['if (e(c, p + "/" + k, s + "/properties/" + k, x)) return true;'] : []),
  ];
}

function propertyArm(key: string, child: SchemaNode, emission: Emission): string {
  const check = emission.accept(child, "x");
  if (check === ALWAYS) return "continue;";
  const fine = accepted(or([ABSENT, check]));
  const explain = emission.explain(child);
  if (PLAIN_KEY.test(key) && key !== "__proto__") return `if (${fine}) continue; e = ${explain}; break;`;
  const paths = `p + ${stringLiteral(`/${pointerToken(key)}`)}, s + ${stringLiteral(`/properties/${fragmentToken(key)}`)}`;
  return `if (${fine} || !${explain}(c, ${paths}, x)) continue; return true;`;
}

function additionalLine(node: SchemaNode, emission: Emission): string | undefined {
  const { additionalProperties, patternProperties = new Map<string, SchemaNode>() } = node;
  if (additionalProperties === undefined) return undefined;
  const matched = [...patternProperties.keys()].map((pattern) => atom(`${emission.pattern(pattern)}.test(k)`));
  const check = emission.accept(additionalProperties, "x");
  const known = valueLiteral([...(node.properties?.keys() ?? [])]);
  const report =
    check === NEVER
      ? `${emission.use("unknownKey")}(c, p, s, k, ${known})`
      : `${emission.explain(additionalProperties)}(c, ${emission.use("at")}(p, k), s + "/additionalProperties", x)`;
  const fine = accepted(or([...matched, ...(check === NEVER ? [] : [check])]));
  return fine === "false"
    ? `if (${report}) return true; continue;`
    : `if (${fine} || !${report}) continue; return true;`;
}

function dependencySteps(node: SchemaNode, emission: Emission): readonly Step[] {
  return [...(node.dependencies ?? [])].flatMap(([key, dependency]): readonly Step[] => {
    const present = accepted(hasProperty("v", key, emission));
    if (!("hash" in dependency)) {
      if (dependency.length === 0) return [];
      const report = `${emission.use("missingDependency")}(c, p, s, v, ${stringLiteral(key)}, ${valueLiteral(dependency)})`;
      return [{ stop: `${present} && ${report}` }];
    }
    const check = emission.call(dependency, "v");
    if (check === ALWAYS) return [];
    const path = stringLiteral(`/dependencies/${fragmentToken(key)}`);
    const broken = accepted(and([hasProperty("v", key, emission), ...(check === NEVER ? [] : [not(check)])]));
    return [{ stop: `${broken} && ${emission.explain(dependency)}(c, p, s + ${path}, v)` }];
  });
}
