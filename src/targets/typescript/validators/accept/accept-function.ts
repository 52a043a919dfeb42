import { ALWAYS } from "../check.js";
import type { Emission } from "../emission.js";
import { stringLiteral } from "../literals.js";
import { constantsOf } from "../node-facts.js";
import type { SchemaNode } from "../schema-node.js";
import { arraySection } from "./array-section.js";
import { objectSection } from "./object-section.js";
import { scalarCheck } from "./scalar-check.js";
import { bodyOf, checkOnly, onlyIf, type Section } from "./section.js";
import { anyOfSection, combinationSections, oneOfSection } from "./union-section.js";

/** From this number of string constants on, a `switch` is faster than a chain of comparisons. */
const SWITCH_FROM = 7;

/** The body of the function that tells whether `v` is valid. It allocates nothing and stops at the first fault. */
export function acceptBody(node: SchemaNode, emission: Emission): readonly string[] {
  const constants = constantsOf(node)?.filter((value) => typeof value === "string");
  const many =
    constants !== undefined && constants.length >= SWITCH_FROM && constants.length === constantsOf(node)?.length;
  const { const: _const, enum: _enum, ...unlisted } = node;
  const counted = node.oneOf === undefined || node.anyOf === undefined ? undefined : node.oneOf;
  return bodyOf([
    checkOnly(scalarCheck(many ? unlisted : node, "v", emission)),
    ...(many ? [constantSwitch(constants)] : []),
    typed(node, "object", emission.use, objectSection(node, emission)),
    typed(node, "array", emission.use, arraySection(node, emission)),
    ...combinationSections(node, emission),
    ...(counted === undefined
      ? []
      : [checkOnly(emission.call({ hash: `one${node.hash}`, place: node.place, oneOf: counted }, "v"))]),
    ...(node.anyOf === undefined ? [] : [anyOfSection(node.anyOf, emission)]),
    ...(node.oneOf === undefined || counted !== undefined ? [] : [oneOfSection(node.oneOf, emission)]),
  ]);
}

/** A section about one type: unguarded where `type` allows no other. */
function typed(node: SchemaNode, type: "object" | "array", use: Emission["use"], section: Section): Section {
  if (section.lines.length === 0 && section.last === ALWAYS) return section;
  if (node.type !== undefined && !node.type.includes(type)) return checkOnly(ALWAYS);
  if (node.type?.length === 1 && constantsOf(node) === undefined) return section;
  return onlyIf(type === "object" ? `${use("record")}(v)` : "Array.isArray(v)", section);
}

function constantSwitch(constants: readonly string[]): Section {
  const labels = [...new Set(constants)].map((value) => `case ${stringLiteral(value)}:`).join(" ");
  return { lines: [`switch (v) {`, `  ${labels} break;`, `  default: return false;`, `}`], last: ALWAYS };
}
