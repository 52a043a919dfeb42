import { accepted, ALWAYS, NEVER, refused } from "../check.js";
import type { Emission } from "../emission.js";
import type { SchemaNode } from "../schema-node.js";
import type { Step } from "./step.js";

/** Reports what the keywords of arrays say of `v`, which is known to be one. */
export function explainArray(node: SchemaNode, emission: Emission): readonly Step[] {
  const { minItems, maxItems, items = [], contains } = node;
  const steps: Step[] = [];
  const size = (keyword: string, operator: string, limit: number): Step => ({
    stop: `v.length ${operator} ${limit} && ${emission.use("wrongSize")}(c, p, s, "${keyword}", ${limit})`,
  });
  if (minItems !== undefined) steps.push(size("minItems", "<", minItems));
  if (maxItems !== undefined) steps.push(size("maxItems", ">", maxItems));
  steps.push(...("hash" in items ? explainItems(items, emission) : explainTuple(items, node, emission)));
  if (contains !== undefined) {
    const check = emission.accept(contains, "x");
    const found = check === ALWAYS ? "v.length > 0" : `v.some((x: unknown) => ${accepted(check)})`;
    steps.push({ stop: `${check === NEVER ? "" : `!(${found}) && `}${emission.use("notContained")}(c, p, s)` });
  }
  if (node.uniqueItems === true) {
    steps.push({ stop: `${emission.use("twin")}(v) >= 0 && ${emission.use("repeated")}(c, p, s, v)` });
  }
  return steps;
}

function explainItems(item: SchemaNode, emission: Emission): readonly Step[] {
  return eachFrom(0, item, "items", emission);
}

function eachFrom(start: number, item: SchemaNode, keyword: string, emission: Emission): readonly Step[] {
  const check = emission.accept(item, "x");
  if (check === ALWAYS) return [];
  if (check === NEVER && keyword === "additionalItems") {
    return [{ stop: `v.length > ${start} && ${emission.use("tooManyItems")}(c, p, s, ${start})` }];
  }
  const explain = `${emission.explain(item)}(c, p + "/" + i, s + "/${keyword}", x)`;
  const stop = check === NEVER ? explain : `${refusedInAnd(refused(check))} && ${explain}`;
  return [`for (let i = ${start}; i < v.length; i++) { const x: unknown = v[i]; if (${stop}) return true; }`];
}

function explainTuple(items: readonly SchemaNode[], node: SchemaNode, emission: Emission): readonly Step[] {
  const steps = items.flatMap((item, index): readonly Step[] => {
    const check = emission.call(item, `v[${index}]`);
    if (check === ALWAYS) return [];
    const explain = `${emission.explain(item)}(c, p + "/${index}", s + "/items/${index}", v[${index}])`;
    return [{ stop: `v.length > ${index} && ${check === NEVER ? "" : `${refused(check)} && `}${explain}` }];
  });
  const rest = node.additionalItems;
  return rest === undefined ? steps : [...steps, ...eachFrom(items.length, rest, "additionalItems", emission)];
}

/** Text that may hold a `||`, as one operand of an `&&`. */
export function refusedInAnd(text: string): string {
  return text.includes("||") ? `(${text})` : text;
}
