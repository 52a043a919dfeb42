import { compilePattern } from "../../json-schema/pattern.js";

/** Keys of every sort. A pattern that matches them all is no restriction, however its author spelt it. */
const PROBES = ["", "a", "Z", "0", "-1", "a b", ".", "/", "$id", "__proto__", "é", "日本", "😀"] as const;

/** Whether a pattern of keys lets every key through. For example `^.*$`. */
export function matchesEveryKey(pattern: string): boolean {
  const matcher = compilePattern(pattern);
  return matcher !== undefined && PROBES.every((probe) => matcher.test(probe));
}
