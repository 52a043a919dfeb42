import { accepted, ALWAYS, and, atom, type Check, not } from "../check.js";
import type { Emission } from "../emission.js";
import { hasProperty } from "../property-names.js";
import type { SchemaNode } from "../schema-node.js";
import { keyLoop } from "./key-loop.js";
import type { Section } from "./section.js";

/** What the keywords of objects say of `v`, which is known to be one. */
export function objectSection(node: SchemaNode, emission: Emission): Section {
  const required = node.required ?? [];
  const loop = keyLoop(node, emission);
  const presence =
    loop === undefined
      ? and(required.map((key) => hasProperty("v", key, emission)))
      : required.length === 0
        ? ALWAYS
        : atom(`(n === ${required.length} || no(""))`, `n !== ${required.length} && !no("")`);
  return {
    lines: [...(loop ?? []), ...dependencyLines(node, emission)],
    last: and([presence, ...sizeChecks(node)]),
  };
}

function sizeChecks({ minProperties, maxProperties }: SchemaNode): readonly Check[] {
  const size = "Object.keys(v).length";
  return [
    minProperties === undefined ? ALWAYS : atom(`${size} >= ${minProperties}`, `${size} < ${minProperties}`),
    maxProperties === undefined ? ALWAYS : atom(`${size} <= ${maxProperties}`, `${size} > ${maxProperties}`),
  ];
}

function dependencyLines(node: SchemaNode, emission: Emission): readonly string[] {
  return [...(node.dependencies ?? [])].flatMap(([key, dependency]) => {
    const needed =
      "hash" in dependency
        ? emission.call(dependency, "v")
        : and(dependency.map((name) => hasProperty("v", name, emission)));
    if (needed === ALWAYS) return [];
    return [`if (${accepted(and([hasProperty("v", key, emission), not(needed)]))}) return false;`];
  });
}
