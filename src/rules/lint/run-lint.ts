import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Protocol } from "../../ir/types.js";
import type { Registry } from "../../registry/registry.js";
import { matchesPath } from "../path-pattern.js";
import type { TextEdit } from "./fix/text-edit.js";
import type { LintIgnore, LintSettings } from "./lint-config.js";
import type { LintFinding, LintRule } from "./lint-rule.js";
import type { RegistrySource } from "./source/registry-source.js";

/** What is linted: one protocol, as far as it could be read. */
export interface LintInput {
  /** The protocol's name in the config. */
  readonly name: string;
  readonly registry: Registry;
  /** Undefined where the schemas could not be lowered: then only the rules about the source run. */
  readonly protocol: Protocol | undefined;
  /** Undefined where the registry has no TypeScript of the project's. */
  readonly source: RegistrySource | undefined;
}

/** A finding, and what mends it. */
export interface LintResult {
  readonly diagnostic: Diagnostic;
  /** Empty where it takes a decision. */
  readonly edits: readonly TextEdit[];
}

/** What the rules found in one protocol. */
export interface LintRun {
  readonly results: readonly LintResult[];
  /** Ids of the rules that could run. */
  readonly ran: readonly string[];
  /** Ignore entries that hid something. */
  readonly used: ReadonlySet<LintIgnore>;
  /** How many findings they hid. */
  readonly ignored: number;
}

/** Runs the rules that are not off on one protocol. For example `runLint(lintRules, { name, registry, … }, settings)`. */
export function runLint(rules: readonly LintRule[], input: LintInput, settings: LintSettings): LintRun {
  const results = new Map<string, LintResult>();
  const ran: string[] = [];
  const used = new Set<LintIgnore>();
  let ignored = 0;
  for (const rule of rules) {
    const level = settings.levels.get(rule.id) ?? rule.default;
    const findings = level === "off" ? undefined : check(rule, input, settings);
    if (findings === undefined) continue;
    ran.push(rule.id);
    for (const finding of findings) {
      const ignore = settings.ignore.find((entry) => hides(entry, { rule, finding, protocol: input.name }));
      if (ignore === undefined) addResult(results, resultOf(rule, finding, level === "warn" ? "warning" : "error"));
      else {
        used.add(ignore);
        ignored += 1;
      }
    }
  }
  return { results: [...results.values()], ran, used, ignored };
}

/** Whether an ignore entry means a finding. */
function hides(
  entry: LintIgnore,
  found: { readonly rule: LintRule; readonly finding: LintFinding; readonly protocol: string },
): boolean {
  if (entry.rule !== found.rule.id || (entry.protocol ?? found.protocol) !== found.protocol) return false;
  return matchesPath(entry.path, found.finding.path);
}

function check(rule: LintRule, input: LintInput, { options }: LintSettings): readonly LintFinding[] | undefined {
  const { registry, protocol, source } = input;
  if (rule.reads === "source") return source === undefined ? undefined : rule.check({ registry, source });
  return protocol === undefined ? undefined : rule.check({ protocol, registry, source, options });
}

function resultOf(rule: LintRule, finding: LintFinding, severity: Diagnostic["severity"]): LintResult {
  const { message, help, path, location, edits = [] } = finding;
  const place = location === undefined ? {} : { location };
  return { diagnostic: { code: `lint/${rule.id}`, severity, message, help, path, ...place }, edits };
}

/** One schema that stands in several places is one mistake: the change that mends it is the same, and is shown once. */
function addResult(results: Map<string, LintResult>, result: LintResult): void {
  const { code, path = "", message } = result.diagnostic;
  const key = result.edits.length === 0 ? `${path} ${message}` : JSON.stringify(result.edits);
  const known = `${code} ${key}`;
  if (!results.has(known)) results.set(known, result);
}
