import { util } from "prettier/standalone";

const PLAIN = /^[\x20-\x7e]*$/u;

/** How many columns a text takes, as Prettier counts them: a wide character or an emoji takes two. */
export function textWidth(text: string): number {
  return PLAIN.test(text) ? text.length : util.getStringWidth(text);
}
