import { numberChecks, constantCheck, maxLengthCheck, minLengthCheck, typeCheck } from "../accept/scalar-check.js";
import { ALWAYS, type Check, refused } from "../check.js";
import type { Emission } from "../emission.js";
import { formatHelper } from "../formats.js";
import { stringLiteral, valueLiteral } from "../literals.js";
import { constantsOf } from "../node-facts.js";
import type { TypeName } from "../../../../json-schema/schema.js";
import type { SchemaNode } from "../schema-node.js";
import { type Step, stepLine } from "./step.js";

/** Reports a wrong type or constant, and then looks no further: other faults of such a value only distract. */
export function explainIdentity(node: SchemaNode, alone: boolean, emission: Emission): readonly Step[] {
  const constants = constantsOf(node);
  if (constants === undefined) {
    if (node.type === undefined) return [];
    const report = `return ${emission.use("wrongType")}(c, p, s, ${typeLiteral(node.type)});`;
    return alone ? [report] : [`if (${refused(typeCheck(node.type, "v", emission))}) ${report}`];
  }
  const report =
    node.const === undefined
      ? `return ${emission.use("notListed")}(c, p, s + "/enum", ${valueLiteral(constants)}, v);`
      : `return ${emission.use("notConstant")}(c, p, s, ${valueLiteral(node.const.value)});`;
  return alone ? [report] : [`if (${refusedConstants(constantCheck(constants, "v", emission))}) ${report}`];
}

/** Reports what the keywords of strings say. */
export function explainString(node: SchemaNode, emission: Emission): readonly Step[] {
  const { minLength, maxLength, pattern, format } = node;
  const size = (keyword: string, limit: number | undefined): string =>
    `${emission.use("wrongSize")}(c, p, s, "${keyword}", ${limit})`;
  const steps: Step[] = [];
  if (minLength !== undefined) steps.push(failing(minLengthCheck(node, "v", emission), size("minLength", minLength)));
  if (maxLength !== undefined) steps.push(failing(maxLengthCheck(node, "v", emission), size("maxLength", maxLength)));
  if (pattern !== undefined) {
    steps.push({
      stop: `!${emission.pattern(pattern)}.test(v) && ${emission.use("mismatch")}(c, p, s, ${stringLiteral(pattern)})`,
    });
  }
  const check = format === undefined ? undefined : formatHelper(format);
  if (check !== undefined && format !== undefined) {
    steps.push({
      stop: `!${emission.use(check)}(v) && ${emission.use("wrongFormat")}(c, p, s, ${stringLiteral(format)})`,
    });
  }
  return guarded(node.type, "string", steps);
}

const BOUNDS = [
  ["minimum", ">="],
  ["maximum", "<="],
  ["exclusiveMinimum", ">"],
  ["exclusiveMaximum", "<"],
] as const;

/** Reports what the keywords of numbers say. */
export function explainNumber(node: SchemaNode, emission: Emission): readonly Step[] {
  const steps: Step[] = [];
  for (const [keyword, operator] of BOUNDS) {
    const limit = node[keyword];
    if (limit === undefined) continue;
    const [check = ALWAYS] = numberChecks({ hash: "", place: "", [keyword]: limit }, "v", emission);
    steps.push(failing(check, `${emission.use("outside")}(c, p, s, "${keyword}", "${operator}", ${limit})`));
  }
  if (node.multipleOf !== undefined) {
    const [check = ALWAYS] = numberChecks({ hash: "", place: "", multipleOf: node.multipleOf }, "v", emission);
    steps.push(failing(check, `${emission.use("notMultiple")}(c, p, s, ${node.multipleOf})`));
  }
  return guarded(node.type, "number", steps);
}

function failing(check: Check, report: string): Step {
  return { stop: `${refused(check)} && ${report}` };
}

function guarded(
  types: readonly TypeName[] | undefined,
  type: "string" | "number",
  steps: readonly Step[],
): readonly Step[] {
  if (steps.length === 0) return steps;
  const own = types?.filter((name) => name === type || (type === "number" && name === "integer"));
  if (own?.length === 0) return [];
  if (own !== undefined && own.length === types?.length) return steps;
  return [`if (typeof v === "${type}") { ${steps.map(stepLine).join(" ")} }`];
}

function typeLiteral(types: readonly TypeName[]): string {
  return types.length === 1 ? stringLiteral(types.join()) : valueLiteral(types);
}

function refusedConstants(check: Check): string {
  return check === ALWAYS ? "false" : refused(check);
}
