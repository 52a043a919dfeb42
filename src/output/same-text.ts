/** `\r\n` as `\n`: a checkout may hold either. */
export function withUnixLineEndings(text: string): string {
  return text.includes("\r") ? text.replaceAll("\r\n", "\n") : text;
}

/** Whether two texts are the same but for line endings. */
export function sameText(left: string, right: string): boolean {
  return left === right || withUnixLineEndings(left) === withUnixLineEndings(right);
}
