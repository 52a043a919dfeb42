import { accepted, ALWAYS, type Check, NEVER, refused } from "../check.js";

/** A part of a function: statements that return false where a value is refused, then a last check. */
export interface Section {
  readonly lines: readonly string[];
  readonly last: Check;
}

/** A section without statements. */
export function checkOnly(last: Check): Section {
  return { lines: [], last };
}

/** The statement that returns `result` where a check fails; none for one that cannot fail. */
export function refuseUnless(check: Check, result = "false"): readonly string[] {
  if (check === ALWAYS) return [];
  return [check === NEVER ? `return ${result};` : `if (${refused(check)}) return ${result};`];
}

/** The body of a function: every section in turn, the last check as the function's result. */
export function bodyOf(sections: readonly Section[]): readonly string[] {
  const telling = sections.filter(({ lines, last }) => lines.length > 0 || last !== ALWAYS);
  const never = telling.findIndex(({ last }) => last === NEVER);
  const used = never < 0 ? telling : telling.slice(0, never + 1);
  const final = used.at(-1);
  if (final === undefined) return ["return true;"];
  const before = used.slice(0, -1).flatMap(({ lines, last }) => [...lines, ...refuseUnless(last)]);
  return [...before, ...final.lines, `return ${accepted(final.last)};`];
}

/** The section for values of which `condition` is true; others pass. */
export function onlyIf(condition: string, { lines, last }: Section): Section {
  const inner = [...lines, ...refuseUnless(last)];
  return { lines: inner.length === 0 ? [] : [`if (${condition}) {`, ...indent(inner), "}"], last: ALWAYS };
}

/** Lines one level further in. */
export function indent(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `  ${line}`);
}
