/**
 * A statement of an explanation. `stop` is an expression that is true where a fault was reported and no more are
 * wanted; the function then returns true at once.
 */
export type Step = string | { readonly stop: string };

/** The statements of a function from its steps; the last expression becomes the function's result. */
export function stepLines(steps: readonly Step[]): readonly string[] {
  const last = steps.at(-1);
  if (last === undefined) return ["return false;"];
  if (typeof last === "string") {
    const ends = last.startsWith("return ");
    return [...steps.map(stepLine), ...(ends ? [] : ["return false;"])];
  }
  return [...steps.slice(0, -1).map(stepLine), `return ${last.stop};`];
}

/** One step as a statement, for a place inside a block. */
export function stepLine(step: Step): string {
  return typeof step === "string" ? step : `if (${step.stop}) return true;`;
}
