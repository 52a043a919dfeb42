/** A scalar as Prettier writes it: as JSON does, but for the plus of an exponent. For example `1e+21` becomes `1e21`. */
export function scalarText(value: string | number | boolean | null): string {
  const text = JSON.stringify(value);
  return typeof value === "number" ? text.replace("e+", "e") : text;
}
