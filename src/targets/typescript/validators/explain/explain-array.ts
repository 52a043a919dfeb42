import { accepted, ALWAYS, NEVER, refused } from "../check.js";
import type { Emission } from "../emission.js";
import type { SchemaNode } from "../schema-node.js";
import { explainCall, ruleOf } from "./rule.js";
import type { Step } from "./step.js";

/** Reports what the keywords of arrays say of `v`, which is known to be one. */
export function explainArray(node: SchemaNode, emission: Emission): readonly Step[] {
  const { minItems, maxItems, items = [], contains } = node;
  const size = (keyword: string, operator: string, limit: number): Step => ({
    stop: `v.length ${operator} ${limit} && ${emission.use("wrongSize")}(c, p, s, "${keyword}", ${limit})`,
  });
  return [
    ...(minItems === undefined ? [] : [size("minItems", "<", minItems)]),
    ...(maxItems === undefined ? [] : [size("maxItems", ">", maxItems)]),
    ...("hash" in items ? explainRest("items", 0, items, emission) : explainTuple(items, node, emission)),
    ...(contains === undefined ? [] : explainContains(contains, emission)),
    ...(node.uniqueItems === true ? [{ stop: `${emission.use("repeated")}(c, p, s, v)` }] : []),
  ];
}

function explainRest(keyword: string, start: number, item: SchemaNode, emission: Emission): readonly Step[] {
  const check = emission.call(item, "x");
  if (check === ALWAYS) return [];
  if (check === NEVER && keyword === "additionalItems") {
    return [{ stop: `v.length > ${start} && ${emission.use("tooManyItems")}(c, p, s, ${start})` }];
  }
  return [{ stop: `${emission.use("items")}(c, p, s, v, ${ruleOf(item, emission)}, "${keyword}", ${start})` }];
}

function explainTuple(items: readonly SchemaNode[], node: SchemaNode, emission: Emission): readonly Step[] {
  const steps = items.flatMap((item, index): readonly Step[] => {
    const check = emission.call(item, `v[${index}]`);
    if (check === ALWAYS) return [];
    const place = { step: `/items/${index}`, path: `p + "/${index}"`, value: `v[${index}]` };
    const broken = check === NEVER ? "" : `${refused(check)} && `;
    return [{ stop: `v.length > ${index} && ${broken}${explainCall(item, place, emission)}` }];
  });
  const rest = node.additionalItems;
  return rest === undefined ? steps : [...steps, ...explainRest("additionalItems", items.length, rest, emission)];
}

function explainContains(contains: SchemaNode, emission: Emission): readonly Step[] {
  const check = emission.accept(contains, "x");
  const report = `${emission.use("notContained")}(c, p, s)`;
  if (check === NEVER) return [{ stop: report }];
  const found = check === ALWAYS ? "v.length > 0" : `v.some((x: unknown) => ${accepted(check)})`;
  return [{ stop: `!(${found}) && ${report}` }];
}
