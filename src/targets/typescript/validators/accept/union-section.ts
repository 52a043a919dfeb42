import { accepted, ALWAYS, and, atom, or } from "../check.js";
import type { Emission } from "../emission.js";
import { valueLiteral } from "../literals.js";
import { typesOf } from "../node-facts.js";
import { member } from "../property-names.js";
import type { SchemaNode } from "../schema-node.js";
import { findTags, type TaggedBranches } from "../union-tags.js";
import { checkOnly, indent, type Section } from "./section.js";

/** What `anyOf` says of `v`. It may return true early, so it has to come last in its function; `alone`: there is nothing else in it. */
export function anyOfSection(union: readonly SchemaNode[], alone: boolean, emission: Emission): Section {
  const tagged = findTags(union, emission.follow);
  if (tagged !== undefined) return taggedSection(union, tagged, emission);
  return checkOnly(alone ? or(union.map((branch) => emission.accept(branch, "v"))) : anyOf(union, emission));
}

/** What `oneOf` says of `v`: as `anyOf` where no value can satisfy two branches, else by counting. */
export function oneOfSection(union: readonly SchemaNode[], emission: Emission): Section {
  const tagged = findTags(union, emission.follow);
  if (tagged !== undefined && areApart(union, tagged, emission)) return taggedSection(union, tagged, emission);
  if (haveDisjointTypes(union, emission)) return checkOnly(anyOf(union, emission));
  const counts = union.map((branch) => `if (${accepted(emission.call(branch, "v"))}) hits++;`);
  return { lines: ["let hits = 0;", ...counts], last: atom("hits === 1", "hits !== 1") };
}

function anyOf(union: readonly SchemaNode[], emission: Emission) {
  return or(union.map((branch) => emission.call(branch, "v")));
}

function taggedSection(union: readonly SchemaNode[], tagged: TaggedBranches, emission: Emission): Section {
  const call = (indexes: readonly number[]): string =>
    accepted(or(indexes.flatMap((index) => union[index] ?? []).map((branch) => emission.call(branch, "v"))));
  const cases = new Map<string, string[]>();
  for (const [tag, indexes] of tagged.branches) {
    const result = call(indexes);
    cases.set(result, [...(cases.get(result) ?? []), `case ${valueLiteral(tag)}:`]);
  }
  return {
    lines: [
      ...(tagged.others.length === 0 ? [] : [`if (${call(tagged.others)}) return true;`]),
      `if (!${emission.use("record")}(v)) return false;`,
      `switch (${member("v", tagged.key)}) {`,
      ...indent([...cases].map(([result, labels]) => `${labels.join(" ")} return ${result};`)),
      "}",
    ],
    last: atom("false", "true"),
  };
}

/** Whether each tag selects one branch, and the other branches are of types of their own. */
function areApart(union: readonly SchemaNode[], tagged: TaggedBranches, emission: Emission): boolean {
  const single = [...tagged.branches.values()].every((indexes) => indexes.length === 1);
  const others = tagged.others.flatMap((index) => union[index] ?? []);
  const object: SchemaNode = { hash: "", place: "", type: ["object"] };
  return single && haveDisjointTypes([...others, object], emission);
}

function haveDisjointTypes(union: readonly SchemaNode[], emission: Emission): boolean {
  const types = union.map((branch) =>
    typesOf(branch, emission.follow)?.map((type) => (type === "integer" ? "number" : type)),
  );
  const known = types.filter((list) => list !== undefined).map((list) => [...new Set(list)]);
  return known.length === types.length && new Set(known.flat()).size === known.flat().length;
}

/** What `allOf`, `not` and `if` say of `v`. */
export function combinationSections(node: SchemaNode, emission: Emission): readonly Section[] {
  const call = (child: SchemaNode) => emission.call(child, "v");
  const condition = node.if;
  const branch = (child: SchemaNode | undefined): string => (child === undefined ? "true" : accepted(call(child)));
  return [
    checkOnly(and((node.allOf ?? []).map(call))),
    checkOnly(node.not === undefined ? ALWAYS : atom(`!${accepted(call(node.not))}`, accepted(call(node.not)))),
    checkOnly(
      condition === undefined || (node.then === undefined && node.else === undefined)
        ? ALWAYS
        : atom(`(${accepted(call(condition))} ? ${branch(node.then)} : ${branch(node.else)})`),
    ),
  ];
}
