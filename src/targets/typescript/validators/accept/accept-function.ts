import { ALWAYS } from "../check.js";
import type { Emission } from "../emission.js";
import { stringLiteral } from "../literals.js";
import { closedConstants, constantsOf } from "../node-facts.js";
import { oneOfNode } from "../partial-nodes.js";
import { keywordsOf } from "./inline-check.js";
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
  const constants = closedConstants(node, emission.follow);
  const texts = constants?.filter((value) => typeof value === "string") ?? [];
  if (texts.length >= SWITCH_FROM && texts.length === constants?.length) return constantSwitch(texts);
  const { anyOf, oneOf } = node;
  return bodyOf([
    checkOnly(scalarCheck(node, "v", emission)),
    typed(node, "object", emission.use, objectSection(node, emission)),
    typed(node, "array", emission.use, arraySection(node, emission)),
    ...combinationSections(node, emission),
    // A union may return early, so that of two the first is a function of its own.
    ...(anyOf === undefined || oneOf === undefined ? [] : [checkOnly(emission.call(oneOfNode(node), "v"))]),
    ...(anyOf === undefined ? [] : [anyOfSection(anyOf, keywordsOf(node).length === 1, emission)]),
    ...(oneOf === undefined || anyOf !== undefined ? [] : [oneOfSection(oneOf, emission)]),
  ]);
}

/** A section about one type: unguarded where `type` allows no other. */
function typed(node: SchemaNode, type: "object" | "array", use: Emission["use"], section: Section): Section {
  if (section.lines.length === 0 && section.last === ALWAYS) return section;
  if (node.type !== undefined && !node.type.includes(type)) return checkOnly(ALWAYS);
  if (node.type?.length === 1 && constantsOf(node) === undefined) return section;
  return onlyIf(type === "object" ? `${use("record")}(v)` : "Array.isArray(v)", section);
}

function constantSwitch(constants: readonly string[]): readonly string[] {
  const labels = [...new Set(constants)].map((value) => `case ${stringLiteral(value)}:`).join(" ");
  return ["switch (v) {", `  ${labels} return true;`, "  default: return false;", "}"];
}
