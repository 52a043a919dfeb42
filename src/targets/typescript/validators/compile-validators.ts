import { buildGraph, type SchemaSet } from "./build-graph.js";
import { createEmission, type EmittedFunction } from "./create-emission.js";
import { HELPER_NAMES } from "./helpers.js";
import { stringLiteral } from "./literals.js";
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
  const exports = [...graph.entries].map(([name, node]) => ({
    typeName: source.typeName(name),
    label: stringLiteral(name),
    accept: emission.acceptName(node),
    rule: emission.rule(node),
  }));
  const definitions = definitionsByFunction(exports);
  const { accepts, explains, patterns, helpers } = emission.finish();
  return {
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

/** The definitions that a function stands for, as text that no comment ends at. */
function definitionsByFunction(exports: readonly ValidatorExportView[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { accept, label } of exports) {
    const labels = found.get(accept) ?? [];
    labels.push(label.slice(1, -1));
    found.set(accept, labels);
  }
  return found;
}

function functionView({ name, lines }: EmittedFunction, definitions: readonly string[]): FunctionView {
  const parameter = lines.some((line) => /\bv\b/.test(line)) ? "v" : "_v";
  return { name, definitions: definitions.join(", "), parameter, body: indented(lines) };
}

function ruleView({ name, lines }: EmittedFunction): RuleView {
  const accept = name.replace("e_", "a_");
  const uses = (word: RegExp): boolean => lines.some((line) => word.test(line));
  // A reference starts schema paths anew, so that its user's own path is not looked at.
  const path = uses(/\bs\b/) ? "s" : "_s";
  const parameters = uses(/\bv\b/) ? `c, p, ${path}, v` : uses(/\bc\b/) ? `c, p, ${path}` : "";
  const [only = ""] = lines;
  const short = lines.length === 1 && only.startsWith("return ");
  if (lines.length === 1 && !only.endsWith(";")) return { name, accept, explain: only };
  return {
    name,
    accept,
    explain: `(${parameters}) => ${short ? only.slice("return ".length, -1) : `{\n${indented(lines)}\n}`}`,
  };
}

function indented(lines: readonly string[]): string {
  return lines.map((line) => `  ${line}`).join("\n");
}
