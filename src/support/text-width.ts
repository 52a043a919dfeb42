import { createRequire } from "node:module";
import type * as Prettier from "prettier";

const PLAIN = /^[\x20-\x7e]*$/;

/** The columns that a text takes, as Prettier counts them: wide characters and emoji take two. For example `日本` takes 4. */
export function textWidth(text: string): number {
  return PLAIN.test(text) ? text.length : wideTextWidth(text);
}

/** Prettier is large and such texts are rare, so it is loaded when the first one is met. */
function wideTextWidth(text: string): number {
  const prettier: typeof Prettier = createRequire(import.meta.url)("prettier");
  return prettier.util.getStringWidth(text);
}
