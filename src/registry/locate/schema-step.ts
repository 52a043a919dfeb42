import { type CallExpression, Node } from "ts-morph";
import type { ModuleFiles } from "./module-files.js";
import type { PathStep } from "../../schema-path/schema-path.js";
import { findMember, resolveExpression } from "./resolve-expression.js";

/** Where some steps of a path lead, and how many of them were needed. */
export interface Stepped {
  readonly node: Node;
  readonly taken: number;
}

/**
 * Takes the next step of a path from the expression that makes a schema. Undefined where the source does not show it.
 * What the step means is decided by the builder: in `Type.Object` it is a property, in `Type.Union` it is `anyOf`.
 */
export function schemaStep(files: ModuleFiles, schema: Node, steps: readonly PathStep[]): Stepped | undefined {
  const expression = resolveExpression(files, schema);
  if (expression === undefined) return undefined;
  if (Node.isObjectLiteralExpression(expression)) return literalStep(files, expression, steps);
  if (Node.isArrowFunction(expression)) return schemaStep(files, expression.getBody(), steps);
  if (Node.isCallExpression(expression)) return callStep(files, expression, steps);
  return undefined;
}

/** Builders whose value has the shape of the first argument. */
const TRANSPARENT = new Set(
  "Optional Readonly ReadonlyOptional Partial Required Pick Omit Recursive Unsafe Evaluate Options Clone Transform Codec Refine Immutable".split(
    " ",
  ),
);

function callStep(files: ModuleFiles, call: CallExpression, steps: readonly PathStep[]): Stepped | undefined {
  const [first, second] = call.getArguments();
  const builder = builderName(call);
  if (first === undefined) return receiverStep(files, call, steps) ?? ownFunctionStep(files, call, steps);
  if (TRANSPARENT.has(builder)) return schemaStep(files, first, steps);
  if (builder === "Object") return objectStep(files, first, second, steps);
  if (builder === "Union") return elementStep(files, first, { keyword: "anyOf", steps });
  if (builder === "Tuple") return elementStep(files, first, { keyword: "items", steps });
  if (builder === "Intersect" || builder === "Composite") return intersectStep(files, first, steps);
  if (builder === "Array") return keywordStep(first, ["items"], steps);
  if (builder === "Not") return keywordStep(first, ["not"], steps);
  if (builder === "Record" && second !== undefined) return recordStep(files, { keys: first, values: second }, steps);
  if (builder === "Cyclic" && second !== undefined) return bundleStep(files, { defs: first, entry: second }, steps);
  if (builder === "Import") return importStep(files, call, steps);
  return ownFunctionStep(files, call, steps) ?? argumentStep(files, call, steps);
}

/** Definitions that a schema carries, and the one that it is: steps lead from that one, but for those to `$defs`. */
function bundleStep(
  files: ModuleFiles,
  { defs, entry }: { readonly defs: Node; readonly entry: Node },
  steps: readonly PathStep[],
): Stepped | undefined {
  const [keyword, key] = steps;
  const carried = keyword === "$defs" && key !== undefined ? findMember(files, defs, String(key)) : undefined;
  if (carried !== undefined) return { node: carried, taken: 2 };
  const own = Node.isStringLiteral(entry) ? findMember(files, defs, entry.getLiteralValue()) : undefined;
  return own === undefined ? undefined : schemaStep(files, own, steps);
}

/** `Type.Module({ … }).Import("Node")`. */
function importStep(files: ModuleFiles, call: CallExpression, steps: readonly PathStep[]): Stepped | undefined {
  const callee = call.getExpression();
  const owner = Node.isPropertyAccessExpression(callee) ? resolveExpression(files, callee.getExpression()) : undefined;
  const [entry] = call.getArguments();
  const [defs] = Node.isCallExpression(owner) ? owner.getArguments() : [];
  return defs === undefined || entry === undefined ? undefined : bundleStep(files, { defs, entry }, steps);
}

/** `Type.Object`, `t.Object` and `Object` are the same builder. */
function builderName(call: CallExpression): string {
  const callee = call.getExpression();
  return Node.isPropertyAccessExpression(callee) ? callee.getName() : callee.getText();
}

/** `Type.Transform(X).Decode(…)`: the schema is what the method is called on. */
function receiverStep(files: ModuleFiles, call: CallExpression, steps: readonly PathStep[]): Stepped | undefined {
  const callee = call.getExpression();
  return Node.isPropertyAccessExpression(callee) ? schemaStep(files, callee.getExpression(), steps) : undefined;
}

function objectStep(
  files: ModuleFiles,
  properties: Node,
  options: Node | undefined,
  steps: readonly PathStep[],
): Stepped | undefined {
  const name = String(steps[0]);
  const property = propertyOf(files, properties, name);
  if (property !== undefined) return { node: property, taken: 1 };
  return options === undefined ? undefined : literalStep(files, options, steps);
}

/** A property of a property map. `Other.properties`, alone or spread, means the properties of another schema. */
function propertyOf(files: ModuleFiles, map: Node, name: string): Node | undefined {
  const resolved = resolveExpression(files, map);
  if (resolved === undefined) return undefined;
  if (Node.isPropertyAccessExpression(resolved) && resolved.getName() === "properties") {
    return schemaStep(files, resolved.getExpression(), [name])?.node;
  }
  const found = findMember(files, resolved, name);
  if (found !== undefined || !Node.isObjectLiteralExpression(resolved)) return found;
  const spreads = resolved.getProperties().filter(Node.isSpreadAssignment);
  return firstOf(spreads, (spread) => propertyOf(files, spread.getExpression(), name));
}

function elementStep(
  files: ModuleFiles,
  list: Node,
  { keyword, steps }: { readonly keyword: string; readonly steps: readonly PathStep[] },
): Stepped | undefined {
  const [name, index] = steps;
  const elements = elementsOf(files, list);
  if (name !== keyword || typeof index !== "number") return undefined;
  const node = elements?.[index];
  return node === undefined ? undefined : { node, taken: 2 };
}

/** The elements of an array, spread arrays included; undefined where the source does not list them. */
function elementsOf(files: ModuleFiles, list: Node): readonly Node[] | undefined {
  const array = resolveExpression(files, list);
  if (!Node.isArrayLiteralExpression(array)) return undefined;
  const parts = array
    .getElements()
    .map((item) => (Node.isSpreadElement(item) ? elementsOf(files, item.getExpression()) : [item]));
  const known = parts.filter((part) => part !== undefined);
  return known.length === parts.length ? known.flat() : undefined;
}

/** The parts of an intersection by `allOf`, or a property of any of them: lowering folds them into one object. */
function intersectStep(files: ModuleFiles, list: Node, steps: readonly PathStep[]): Stepped | undefined {
  const part = elementStep(files, list, { keyword: "allOf", steps });
  return part ?? firstOf(elementsOf(files, list) ?? [], (item) => schemaStep(files, item, steps));
}

/** The values of a record. Keys that are all known are properties, and have the values' schema each. */
function recordStep(
  files: ModuleFiles,
  { keys, values }: { readonly keys: Node; readonly values: Node },
  steps: readonly PathStep[],
): Stepped | undefined {
  if (steps[0] === "patternProperties") return { node: values, taken: steps.length > 1 ? 2 : 1 };
  const known = resolveExpression(files, keys);
  const areListed = Node.isCallExpression(known) && LISTING.has(builderName(known));
  return areListed ? { node: values, taken: 1 } : keywordStep(values, ["additionalProperties"], steps);
}

/** Builders of keys that are all known. */
const LISTING = new Set(["Union", "Literal", "Enum", "KeyOf"]);

function keywordStep(node: Node, keywords: readonly string[], [step]: readonly PathStep[]): Stepped | undefined {
  return keywords.some((keyword) => keyword === step) ? { node, taken: 1 } : undefined;
}

/** The files, seen from inside a function of the author's: its parameters stand for the arguments of one call. */
interface FunctionScope extends ModuleFiles {
  readonly calls: ReadonlySet<Node>;
}

function callsAround(files: ModuleFiles): ReadonlySet<Node> {
  const scope: Partial<FunctionScope> = files;
  return scope.calls ?? new Set();
}

/** A call of the author's own function, such as `nullable(…)`: the schema is what the function returns. */
function ownFunctionStep(files: ModuleFiles, call: CallExpression, steps: readonly PathStep[]): Stepped | undefined {
  const called = resolveExpression(files, call.getExpression());
  const isFunction = Node.isArrowFunction(called) || Node.isFunctionDeclaration(called);
  const around = callsAround(files);
  if (!isFunction || around.has(called)) return undefined;
  const returned = returnedBy(called.getBody());
  if (returned === undefined) return undefined;
  const given = new Map(
    called.getParameters().flatMap((parameter, index) => {
      const argument = call.getArguments()[index];
      return argument === undefined ? [] : [[parameter.getName(), resolveExpression(files, argument) ?? argument]];
    }),
  );
  const file = called.getSourceFile();
  const scope: FunctionScope = {
    ...files,
    declared: (from, name) => (from === file ? given.get(name) : undefined) ?? files.declared(from, name),
    calls: new Set(around).add(called),
  };
  const stepped = schemaStep(scope, returned, steps);
  const argument = Node.isIdentifier(stepped?.node) ? given.get(stepped.node.getText()) : undefined;
  return stepped === undefined || argument === undefined ? stepped : { ...stepped, node: argument };
}

/** The expression that a function's body gives. */
function returnedBy(body: Node | undefined): Node | undefined {
  if (!Node.isBlock(body)) return body;
  return body.getStatements().find(Node.isReturnStatement)?.getExpression();
}

/** An argument of a call whose function is not known, such as `closed({ … })`: it is a schema, or the properties of one. */
function argumentStep(files: ModuleFiles, call: CallExpression, steps: readonly PathStep[]): Stepped | undefined {
  return firstOf(call.getArguments(), (item) => {
    const inSchema = schemaStep(files, item, steps);
    if (inSchema !== undefined) return inSchema;
    const property = propertyOf(files, item, String(steps[0]));
    return property === undefined ? undefined : { node: property, taken: 1 };
  });
}

/** A schema written as an object: JSON Schema keywords, perhaps around a spread builder. */
function literalStep(files: ModuleFiles, literal: Node, steps: readonly PathStep[]): Stepped | undefined {
  const [step, next] = steps;
  const properties = findMember(files, literal, "properties");
  const property = properties === undefined ? undefined : propertyOf(files, properties, String(step));
  if (property !== undefined) return { node: property, taken: 1 };
  const keyword = findMember(files, literal, String(step));
  if (keyword !== undefined) return listedStep(files, keyword, next);
  const object = resolveExpression(files, literal);
  if (!Node.isObjectLiteralExpression(object)) return undefined;
  const spreads = object.getProperties().filter(Node.isSpreadAssignment);
  return firstOf(spreads, (spread) => schemaStep(files, spread.getExpression(), steps));
}

function listedStep(files: ModuleFiles, keyword: Node, next: PathStep | undefined): Stepped {
  const element = typeof next === "number" ? elementsOf(files, keyword)?.[next] : undefined;
  return element === undefined ? { node: keyword, taken: 1 } : { node: element, taken: 2 };
}

function firstOf<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
