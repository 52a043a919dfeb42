/**
 * Prettier sets arrays of numbers like running text: as many on a line as fit, here as `1, 2,` and `3`.
 * Returns the lines joined, without the indent of the first one.
 */
export function fillNumbers(numbers: readonly string[], indent: number, width: number): string {
  let text = "";
  let column = indent;
  numbers.forEach((number, index) => {
    const piece = index < numbers.length - 1 ? `${number},` : number;
    const fits = column + 1 + piece.length <= width;
    if (index > 0) text += fits ? " " : `\n${" ".repeat(indent)}`;
    column = (index === 0 || !fits ? indent : column + 1) + piece.length;
    text += piece;
  });
  return text;
}
