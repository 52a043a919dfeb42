import { accepted, ALWAYS, and, atom, type Check, NEVER, not } from "../check.js";
import type { Emission } from "../emission.js";
import type { SchemaNode } from "../schema-node.js";
import { refuseUnless, type Section, indent } from "./section.js";

/** What the keywords of arrays say of `v`, which is known to be one. */
export function arraySection(node: SchemaNode, emission: Emission): Section {
  const { items = [], contains } = node;
  const some = contains === undefined ? ALWAYS : containsCheck(contains, emission);
  const unique =
    node.uniqueItems === true ? atom(`${twinCall(node, emission)} < 0`, `${twinCall(node, emission)} >= 0`) : ALWAYS;
  return {
    lines: [
      ...refuseUnless(and(sizeChecks(node))),
      ...("hash" in items ? eachItem(items, 0, emission) : tupleLines(items, node, emission)),
    ],
    last: and([some, unique]),
  };
}

/** Items that may hold others are compared as far down as a value may nest. */
function twinCall(node: SchemaNode, emission: Emission): string {
  return `${emission.use("twin")}(${emission.isDeep(node) ? "v, d + 1" : "v"})`;
}

function containsCheck(contains: SchemaNode, emission: Emission): Check {
  const check = emission.accept(contains, "x");
  if (check === ALWAYS) return atom("v.length > 0", "v.length === 0");
  return check === NEVER ? NEVER : atom(`v.some((x: unknown) => ${accepted(check)})`);
}

function sizeChecks({ minItems, maxItems }: SchemaNode): readonly Check[] {
  return [
    minItems === undefined ? ALWAYS : atom(`v.length >= ${minItems}`, `v.length < ${minItems}`),
    maxItems === undefined ? ALWAYS : atom(`v.length <= ${maxItems}`, `v.length > ${maxItems}`),
  ];
}

function eachItem(item: SchemaNode, start: number, emission: Emission): readonly string[] {
  const check = emission.accept(item, "x");
  if (check === ALWAYS) return [];
  if (check === NEVER) return [`if (v.length > ${start}) return false;`];
  return [
    `for (let i = ${start}; i < v.length; i++) {`,
    ...indent(["const x: unknown = v[i];", ...refuseUnless(check)]),
    "}",
  ];
}

function tupleLines(items: readonly SchemaNode[], node: SchemaNode, emission: Emission): readonly string[] {
  const elements = items.flatMap((item, index) => {
    const check = emission.call(item, `v[${index}]`);
    const present = atom(`v.length > ${index}`);
    return check === ALWAYS ? [] : [`if (${accepted(and([present, not(check)]))}) return false;`];
  });
  const rest = node.additionalItems === undefined ? [] : eachItem(node.additionalItems, items.length, emission);
  return [...elements, ...rest];
}
