import { accepted } from "../check.js";
import type { Emission } from "../emission.js";
import { pointerToken, stringLiteral, valueLiteral } from "../literals.js";
import { closedConstants } from "../node-facts.js";
import { member } from "../property-names.js";
import type { SchemaNode } from "../schema-node.js";
import { explainCall, ruleOf } from "./rule.js";
import { findTags, type TaggedBranches } from "../union-tags.js";

/** A union as one keyword has it. */
interface Union {
  readonly keyword: "anyOf" | "oneOf";
  readonly branches: readonly SchemaNode[];
}

/** The body of a function that explains why no branch (or with `oneOf` more than one) accepts `v`: one precise error. */
export function explainUnion(node: SchemaNode, union: Union, emission: Emission): readonly string[] {
  return [...ambiguityLines(union, emission), ...refusalLines(node, union, emission)];
}

function ambiguityLines({ keyword, branches }: Union, emission: Emission): readonly string[] {
  if (keyword === "anyOf") return [];
  // Other branches were refused after the one that is explained: the trail does not lead into it.
  const accepts = branches.map((branch) => accepted(emission.call(branch, "v"))).join(", ");
  return [
    "c.back = 32;",
    `const hits = [${accepts}];`,
    `if (${emission.use("several")}(hits)) return ${emission.use("ambiguous")}(c, p, s, hits);`,
  ];
}

function refusalLines(node: SchemaNode, union: Union, emission: Emission): readonly string[] {
  const { keyword, branches } = union;
  const constants = keyword === "anyOf" ? closedConstants(node, emission.follow) : undefined;
  if (constants !== undefined) {
    return [`return ${emission.use("notListed")}(c, p, s + "/anyOf", ${valueLiteral(constants)}, v);`];
  }
  const tags = findTags(branches, emission.follow);
  if (tags === undefined)
    return [
      `return ${nearest(
        union,
        branches.map((_, index) => index),
        emission,
      )};`,
    ];
  return [...taggedLines(union, tags, emission), `return ${nearest(union, nonObjects(tags), emission)};`];
}

/** The branches to try where the value is no object: the others, and one object to say that an object is expected. */
function nonObjects(tags: TaggedBranches): readonly number[] {
  const [first = []] = tags.branches.values();
  return [...first.slice(0, 1), ...tags.others].toSorted((left, right) => left - right);
}

function taggedLines(union: Union, tags: TaggedBranches, emission: Emission): readonly string[] {
  const cases = new Map<string, string[]>();
  for (const [tag, indexes] of tags.branches) {
    const result =
      indexes.length === 1 ? branchCall(union, indexes[0] ?? 0, emission) : nearest(union, indexes, emission);
    cases.set(result, [...(cases.get(result) ?? []), `case ${valueLiteral(tag)}:`]);
  }
  const tag = member("v", tags.key);
  const listed = valueLiteral([...tags.branches.keys()]);
  const paths = `p + ${stringLiteral(`/${pointerToken(tags.key)}`)}, s + ${stringLiteral(`/${union.keyword}`)}`;
  return [
    `if (${emission.use("record")}(v)) {`,
    `  switch (${tag}) {`,
    ...[...cases].map(([result, labels]) => `    ${labels.join(" ")} return ${result};`),
    `    case undefined: return ${emission.use("missing")}(c, p, s + "/${union.keyword}/0", v, [${stringLiteral(tags.key)}]);`,
    `    default: return ${emission.use("notListed")}(c, ${paths}, ${listed}, ${tag});`,
    "  }",
    "}",
  ];
}

function branchCall({ keyword, branches }: Union, index: number, emission: Emission): string {
  const branch = branches[index];
  return branch === undefined
    ? "false"
    : explainCall(branch, { step: `/${keyword}/${index}`, follows: true }, emission);
}

function nearest({ keyword, branches }: Union, indexes: readonly number[], emission: Emission): string {
  const tried = indexes.flatMap((index) => {
    const branch = branches[index];
    return branch === undefined ? [] : `[${index}, ${ruleOf(branch, emission)}]`;
  });
  return `${emission.use("nearest")}(c, p, s, v, "${keyword}", [${tried.join(", ")}])`;
}
