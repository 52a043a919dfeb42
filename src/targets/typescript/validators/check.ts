/**
 * A boolean expression in both directions, so that generated code can read `if (typeof v !== "string" || v === "")`
 * rather than `if (!(typeof v === "string" && v !== ""))`.
 */
export interface Check {
  readonly yes: Printed;
  readonly no: Printed;
}

/** Text with the loosest operator outside of brackets. */
interface Printed {
  readonly text: string;
  readonly operator: "none" | "&&" | "||";
}

/** True of every value. */
export const ALWAYS: Check = atom("true", "false");

/** True of no value. */
export const NEVER: Check = atom("false", "true");

/** An expression without `&&` and `||` outside of brackets. For example `atom("v === null", "v !== null")`. */
export function atom(yes: string, no = `!${yes}`): Check {
  return { yes: { text: yes, operator: "none" }, no: { text: no, operator: "none" } };
}

/** All of them, in this order; a later one may rely on an earlier one. */
export function and(checks: readonly Check[]): Check {
  if (checks.includes(NEVER)) return NEVER;
  const [first, ...rest] = checks.filter((check) => check !== ALWAYS);
  if (first === undefined) return ALWAYS;
  if (rest.length === 0) return first;
  const all = [first, ...rest];
  return {
    yes: join(
      all.map(({ yes }) => yes),
      "&&",
    ),
    no: join(
      all.map(({ no }) => no),
      "||",
    ),
  };
}

/** Any of them, tried in this order. */
export function or(checks: readonly Check[]): Check {
  return not(and(checks.map(not)));
}

/** The opposite. */
export function not(check: Check): Check {
  if (check === ALWAYS) return NEVER;
  if (check === NEVER) return ALWAYS;
  return { yes: check.no, no: check.yes };
}

/** What is true of the values that the check accepts, for use inside an `&&` chain or alone. */
export function accepted(check: Check): string {
  return check.yes.text;
}

/** What is true of the values that the check refuses. */
export function refused(check: Check): string {
  return check.no.text;
}

function join(parts: readonly Printed[], operator: "&&" | "||"): Printed {
  const texts = parts.map((part) => (operator === "&&" && part.operator === "||" ? `(${part.text})` : part.text));
  return { text: texts.join(` ${operator} `), operator };
}
