/** Keys of every sort. A pattern that matches them all is no restriction, however its author spelt it. */
const PROBES = ["", "a", "Z", "0", "-1", "a b", ".", "/", "$id", "__proto__", "é", "日本", "😀"] as const;

/** Whether a pattern of keys lets every key through. For example `^.*$`. */
export function matchesEveryKey(pattern: string): boolean {
  try {
    const expression = new RegExp(pattern, "u");
    return PROBES.every((probe) => expression.test(probe));
  } catch {
    return false;
  }
}
