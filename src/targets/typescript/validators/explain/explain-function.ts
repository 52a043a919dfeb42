import { keywordsOf } from "../accept/inline-check.js";
import { ALWAYS, NEVER, refused } from "../check.js";
import type { Emission } from "../emission.js";
import { constantsOf } from "../node-facts.js";
import { anyOfNode, oneOfNode } from "../partial-nodes.js";
import type { SchemaNode } from "../schema-node.js";
import { explainArray } from "./explain-array.js";
import { explainObject, explainShape } from "./explain-object.js";
import { explainIdentity, explainNumber, explainString } from "./explain-scalar.js";
import { explainUnion } from "./explain-union.js";
import { explainCall } from "./rule.js";
import { type Step, stepLine, stepLines } from "./step.js";

/**
 * The body of the function that explains why `v` is refused: it reports into `c`, with the paths `p` and `s`, and
 * returns true where no more is wanted. It runs only after a refusal and descends only where one was. One line that is no
 * statement is an expression that makes the function.
 */
export function explainBody(node: SchemaNode, emission: Emission): readonly string[] {
  if (node.never) return [`return ${emission.use("forbidden")}(c, p, s);`];
  const keywords = keywordsOf(node);
  const [only] = keywords.length === 1 ? keywords : [];
  if (only === "anyOf" && node.anyOf) return explainUnion(node, { keyword: only, branches: node.anyOf }, emission);
  if (only === "oneOf" && node.oneOf) return explainUnion(node, { keyword: only, branches: node.oneOf }, emission);
  const shape = explainShape(node, keywords, emission);
  if (shape !== undefined) return [shape];
  const alone = keywords.every((keyword) => keyword === "type" || keyword === "const" || keyword === "enum");
  return stepLines([
    ...explainIdentity(node, alone, emission),
    ...explainString(node, emission),
    ...explainNumber(node, emission),
    ...typed(node, "object", emission, explainObject(node, emission)),
    ...typed(node, "array", emission, explainArray(node, emission)),
    ...explainCombination(node, emission),
  ]);
}

function typed(
  node: SchemaNode,
  type: "object" | "array",
  emission: Emission,
  steps: readonly Step[],
): readonly Step[] {
  if (steps.length === 0 || (node.type !== undefined && !node.type.includes(type))) return [];
  if (node.type?.length === 1 && constantsOf(node) === undefined) return steps;
  const condition = type === "object" ? `${emission.use("record")}(v)` : "Array.isArray(v)";
  return [`if (${condition}) {`, ...steps.map((step) => `  ${stepLine(step)}`), "}"];
}

function explainCombination(node: SchemaNode, emission: Emission): readonly Step[] {
  const { allOf = [] } = node;
  return [
    ...allOf.flatMap((child, index) => explainChild(child, `/allOf/${index}`, emission)),
    ...explainNot(node, emission),
    ...explainCondition(node, emission),
    ...(node.anyOf === undefined ? [] : explainChild(anyOfNode(node), "", emission)),
    ...(node.oneOf === undefined ? [] : explainChild(oneOfNode(node), "", emission)),
  ];
}

function explainChild(child: SchemaNode, step: string, emission: Emission): readonly Step[] {
  const check = emission.call(child, "v");
  if (check === ALWAYS) return [];
  const report = explainCall(child, { step }, emission);
  return [{ stop: check === NEVER ? report : `${refused(check)} && ${report}` }];
}

function explainNot({ not }: SchemaNode, emission: Emission): readonly Step[] {
  const check = not === undefined ? NEVER : emission.call(not, "v");
  if (check === NEVER) return [];
  const report = `${emission.use("excluded")}(c, p, s)`;
  return [{ stop: check === ALWAYS ? report : `${check.yes.text} && ${report}` }];
}

function explainCondition(node: SchemaNode, emission: Emission): readonly Step[] {
  if (node.if === undefined) return [];
  const condition = emission.call(node.if, "v");
  const branch = (child: SchemaNode | undefined, step: string): readonly string[] =>
    child === undefined ? [] : explainChild(child, step, emission).map((item) => `  ${stepLine(item)}`);
  const met = branch(node.then, "/then");
  const unmet = branch(node.else, "/else");
  if (met.length === 0 && unmet.length === 0) return [];
  return [`if (${condition.yes.text}) {`, ...met, "} else {", ...unmet, "}"];
}
