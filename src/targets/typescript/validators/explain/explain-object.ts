import { accepted, ALWAYS, NEVER, refused } from "../check.js";
import { saysNothing } from "../create-node.js";
import type { Emission } from "../emission.js";
import { fragmentToken, stringLiteral, valueLiteral } from "../literals.js";
import { hasProperty } from "../property-names.js";
import type { SchemaNode } from "../schema-node.js";
import { explainCall, ruleOf } from "./rule.js";
import type { Step } from "./step.js";

const SHAPE_KEYS: ReadonlySet<string> = new Set(["type", "properties", "required", "additionalProperties"]);

/** An expression that makes the explanation of an object with named properties, closed or open: nearly every object is one. */
export function explainShape(node: SchemaNode, keywords: readonly string[], emission: Emission): string | undefined {
  const closed = emission.isNever(node.additionalProperties);
  if (node.type?.join() !== "object" || !keywords.every((keyword) => SHAPE_KEYS.has(keyword))) return undefined;
  if (keywords.length === 1 || (node.additionalProperties !== undefined && !closed)) return undefined;
  const required = valueLiteral(node.required ?? []);
  const known = closed ? `, ${knownKeys(node)}` : "";
  return `/* @__PURE__ */ ${emission.use("shape")}(${rulesOf(node, emission)}, ${required}${known})`;
}

/** Reports what the keywords of objects say of `v`, which is known to be one: unknown keys, missing ones, wrong values. */
export function explainObject(node: SchemaNode, emission: Emission): readonly Step[] {
  const { minProperties, maxProperties, required, propertyNames: names } = node;
  const size = (keyword: string, operator: string, limit: number): Step => ({
    stop: `Object.keys(v).length ${operator} ${limit} && ${emission.use("wrongSize")}(c, p, s, "${keyword}", ${limit})`,
  });
  return [
    ...(names === undefined ? [] : [{ stop: `${emission.use("wrongNames")}(c, p, s, v, ${emission.rule(names)})` }]),
    ...additionalSteps(node, emission),
    ...(required === undefined ? [] : [{ stop: `${emission.use("missing")}(c, p, s, v, ${valueLiteral(required)})` }]),
    ...valueSteps(node, emission),
    ...patternSteps(node, emission),
    ...dependencySteps(node, emission),
    ...(minProperties === undefined ? [] : [size("minProperties", "<", minProperties)]),
    ...(maxProperties === undefined ? [] : [size("maxProperties", ">", maxProperties)]),
  ];
}

/** A function from the names of properties to their rules. */
function rulesOf(node: SchemaNode, emission: Emission): string {
  const arms = new Map<string, string[]>();
  for (const [key, child] of node.properties ?? []) {
    if (node.additionalProperties === undefined && saysNothing(child)) continue;
    const rule = propertyRule(key, child, emission);
    arms.set(rule, [...(arms.get(rule) ?? []), `case ${stringLiteral(key)}:`]);
  }
  if (arms.size === 0) return "() => undefined";
  const cases = [...arms].map(([rule, labels]) => `${labels.join(" ")} return ${rule};`);
  return `(k) => { switch (k) { ${cases.join(" ")} default: return undefined; } }`;
}

function propertyRule(key: string, child: SchemaNode, emission: Emission): string {
  const token = fragmentToken(key);
  const rule = emission.rule(child);
  if (child.ref !== undefined || token === key) return ruleOf(child, emission);
  return `[${rule}[0], ${rule}[1], undefined, ${stringLiteral(token)}]`;
}

function knownKeys({ properties }: SchemaNode): string {
  return valueLiteral([...(properties?.keys() ?? [])]);
}

function valueSteps(node: SchemaNode, emission: Emission): readonly Step[] {
  if ([...(node.properties?.values() ?? [])].every(saysNothing)) return [];
  return [{ stop: `${emission.use("values")}(c, p, s, v, ${rulesOf(node, emission)})` }];
}

function additionalSteps(node: SchemaNode, emission: Emission): readonly Step[] {
  const { additionalProperties, patternProperties } = node;
  if (additionalProperties === undefined) return [];
  const rules = rulesOf(node, emission);
  const patterns = [...(patternProperties?.keys() ?? [])].map((pattern) => emission.pattern(pattern)).join(", ");
  if (emission.isNever(additionalProperties)) {
    return [{ stop: `${emission.use("strangers")}(c, p, s, v, ${rules}, ${knownKeys(node)}, [${patterns}])` }];
  }
  if (emission.call(additionalProperties, "x") === ALWAYS) return [];
  return [
    {
      stop: `${emission.use("others")}(c, p, s, v, ${rules}, [${patterns}], ${ruleOf(additionalProperties, emission)})`,
    },
  ];
}

function patternSteps(node: SchemaNode, emission: Emission): readonly Step[] {
  return [...(node.patternProperties ?? [])]
    .filter(([, child]) => emission.call(child, "x") !== ALWAYS)
    .map(([pattern, child]) => {
      const path = stringLiteral(`/patternProperties/${fragmentToken(pattern)}`);
      return {
        stop: `${emission.use("matching")}(c, p, s + ${path}, v, ${emission.pattern(pattern)}, ${ruleOf(child, emission)})`,
      };
    });
}

function dependencySteps(node: SchemaNode, emission: Emission): readonly Step[] {
  return [...(node.dependencies ?? [])].flatMap(([key, dependency]): readonly Step[] => {
    const present = accepted(hasProperty("v", key, emission));
    if (!("hash" in dependency)) {
      if (dependency.length === 0) return [];
      const names = valueLiteral(dependency);
      return [
        { stop: `${present} && ${emission.use("missingDependency")}(c, p, s, v, ${stringLiteral(key)}, ${names})` },
      ];
    }
    const check = emission.call(dependency, "v");
    if (check === ALWAYS) return [];
    const report = explainCall(dependency, { step: `/dependencies/${fragmentToken(key)}` }, emission);
    return [{ stop: `${present} && ${check === NEVER ? "" : `${refused(check)} && `}${report}` }];
  });
}
