/** Whether AJV takes `value` for a multiple: it reads the quotient as text, and fails where that has an exponent. */
export function isMultiple(value: number, step: number): boolean {
  const quotient = value / step;
  return Number.isInteger(quotient) && Math.abs(quotient) < 1e21;
}
