import { MAX_NESTING } from "../../../support/nesting.js";
import { buildGraph, type SchemaSet } from "./build-graph.js";
import { createEmission, type EmittedFunction, type FunctionEmission } from "./create-emission.js";
import { HELPER_NAMES } from "./helpers.js";
import { stringLiteral } from "./literals.js";
import type { SchemaNode } from "./schema-node.js";
import type { SchemaFaults } from "./schema-faults.js";
import type { FunctionView, RuleView, ValidatorExportView, ValidatorsView } from "./validators-view.js";

/** What is compiled: schemas with the documents that they refer to, and the type that each is. */
export interface ValidatorSource {
  readonly schemas: SchemaSet;
  /** The name of an entry's type; unique, and usable after `is`, `validate` and `assert`. */
  typeName(entry: string): string;
}

/** Compiles schemas into the functions of a module. Knows nothing of protocols. */
export function compileValidators(source: ValidatorSource, faults: SchemaFaults): ValidatorsView {
  const graph = buildGraph(source.schemas, faults);
  const emission = createEmission(graph);
  const exports = [...graph.entries].map(([name, node]) => exportView({ name, node, source }, emission));
  const definitions = definitionsByFunction(graph.entries, emission);
  const { accepts, explains, patterns, helpers } = emission.finish();
  return {
    maxNesting: MAX_NESTING,
    helpers: Object.fromEntries(HELPER_NAMES.map((name) => [name, helpers.has(name)])),
    patterns: patterns.map(({ name, pattern, flags }) => ({
      name,
      source: stringLiteral(pattern),
      flags: stringLiteral(flags),
    })),
    accepts: accepts.map((accept) => functionView(accept, definitions.get(accept.name) ?? [])),
    rules: explains.map(ruleView),
    exports,
  };
}

/** Whoever calls from outside gets an answer where a function throws at what nests too deep, and cannot say where it stands. */
function exportView(
  { name, node, source }: { readonly name: string; readonly node: SchemaNode; readonly source: ValidatorSource },
  emission: FunctionEmission,
): ValidatorExportView {
  const [accept, rule] = [emission.acceptName(node), emission.rule(node)];
  const isDeep = emission.isDeep(node);
  return {
    typeName: source.typeName(name),
    label: stringLiteral(name),
    accept: isDeep ? `/* @__PURE__ */ ${emission.use("answering")}(${accept})` : accept,
    rule: isDeep ? `/* @__PURE__ */ ${emission.use("answeringRule")}(${rule})` : rule,
  };
}

/** The definitions that a function stands for, as text that no comment ends at. */
function definitionsByFunction(
  entries: ReadonlyMap<string, SchemaNode>,
  emission: FunctionEmission,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [name, node] of entries) {
    const accept = emission.acceptName(node);
    const labels = found.get(accept) ?? [];
    labels.push(stringLiteral(name).slice(1, -1));
    found.set(accept, labels);
  }
  return found;
}

function functionView({ name, isDeep, lines }: EmittedFunction, definitions: readonly string[]): FunctionView {
  const parameter = lines.some((line) => /\bv\b/.test(line)) ? "v" : "_v";
  const parameters = isDeep ? `${parameter}: unknown, d = 0` : `${parameter}: unknown`;
  return { name, definitions: definitions.join(", "), parameters, body: indented(lines) };
}

function ruleView({ name, isDeep, lines }: EmittedFunction): RuleView {
  const explain = explainText(lines);
  return { name, accept: name.replace("e_", "a_"), explain: isDeep ? `/* @__PURE__ */ limited(${explain})` : explain };
}

function explainText(lines: readonly string[]): string {
  const uses = (word: RegExp): boolean => lines.some((line) => word.test(line));
  // A reference starts schema paths anew, so that its user's own path is not looked at.
  const path = uses(/\bs\b/) ? "s" : "_s";
  const parameters = uses(/\bv\b/) ? `c, p, ${path}, v` : uses(/\bc\b/) ? `c, p, ${path}` : "";
  const [only = ""] = lines;
  const short = lines.length === 1 && only.startsWith("return ");
  if (lines.length === 1 && !only.endsWith(";")) return only;
  return `(${parameters}) => ${short ? only.slice("return ".length, -1) : `{\n${indented(lines)}\n}`}`;
}

function indented(lines: readonly string[]): string {
  return lines.map((line) => `  ${line}`).join("\n");
}
