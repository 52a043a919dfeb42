/** A piece of a regular expression, as far as one is needed to make matching text. */
export type RegexNode =
  | { readonly kind: "sequence"; readonly nodes: readonly RegexNode[] }
  | { readonly kind: "choice"; readonly branches: readonly RegexNode[] }
  | { readonly kind: "repeat"; readonly node: RegexNode; readonly minimum: number; readonly maximum: number }
  | { readonly kind: "set"; readonly ranges: readonly CodePointRange[]; readonly negated: boolean }
  /** `^` and `$`: nothing may stand outside them. */
  | { readonly kind: "edge"; readonly at: "start" | "end" }
  /** Lookarounds and `\b`: they add no text; whether they hold is seen by matching the result. */
  | { readonly kind: "empty" };

/** Both ends belong to it. For example `[97, 122]` for `a-z`. */
export type CodePointRange = readonly [first: number, last: number];
