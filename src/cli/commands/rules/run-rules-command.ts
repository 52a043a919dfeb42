import { breakingRules } from "../../../rules/breaking/index.js";
import { lintRules } from "../../../rules/lint/index.js";
import { policyOf } from "../../../rules/policy/policy-config.js";
import type { Invocation } from "../../cli-command.js";
import type { ExitCode } from "../../exit-code.js";
import { finish } from "../../finish.js";

/** A rule as it is listed. */
interface ListedRule {
  readonly id: string;
  /** The command that it belongs to. */
  readonly command: "diff" | "lint";
  readonly category: string;
  readonly default: string;
  readonly purpose: string;
}

/** Lists every rule of `diff`, then those of `lint`. */
export async function runRulesCommand(invocation: Invocation): Promise<ExitCode> {
  const rules = listRules();
  return finish(invocation, {
    command: "rules",
    root: invocation.io.cwd,
    diagnostics: [],
    passed: rules.map(({ id }) => id),
    results: { rules: rules.map((rule) => ({ ...rule })) },
    text: rulesText(rules),
    exitCode: 0,
  });
}

function listRules(): readonly ListedRule[] {
  const { fail } = policyOf(undefined);
  const breaking = breakingRules.map(({ id, purpose, category }) => ({
    id,
    command: "diff" as const,
    category,
    default: `fails when ${fail[category]}`,
    purpose,
  }));
  const lint = lintRules.map(({ id, purpose, category, default: level }) => ({
    id,
    command: "lint" as const,
    category,
    default: level,
    purpose,
  }));
  return [...breaking, ...lint];
}

function rulesText(rules: readonly ListedRule[]): string {
  const width = Math.max(...rules.map(({ id }) => id.length));
  const lines = rules.map(
    ({ id, command, category, default: usual, purpose }) =>
      `${command}  ${id.padEnd(width)}  ${category.padEnd(10)}  ${usual.padEnd(19)}  ${purpose}`,
  );
  return `${lines.join("\n")}\n`;
}
