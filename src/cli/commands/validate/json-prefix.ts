import { createScanner } from "jsonc-parser";

/** What the lines so far are: the start of a value, a whole one, or nothing that a value starts with. */
export type PrefixState = "open" | "whole" | "broken";

/** Reads a JSON value line by line, to tell as soon as possible that it is none. */
export interface JsonPrefix {
  push(line: string): PrefixState;
}

type Awaited = "value" | "value or end" | "key" | "key or end" | "colon" | "comma or end" | "nothing";

/** Reads no more of numbers and strings than where they end: whoever parses the text judges them. */
export function createJsonPrefix(): JsonPrefix {
  const open: ("{" | "[")[] = [];
  let awaited: Awaited = "value";
  const afterValue = (): Awaited => (open.length === 0 ? "nothing" : "comma or end");
  const afterComma = (): Awaited => (open.at(-1) === "{" ? "key" : "value");

  /** What is awaited after a token; undefined where it may not stand there. */
  const next = (token: string): Awaited | undefined => {
    switch (token) {
      case "{":
      case "[":
        if (!awaited.startsWith("value")) return undefined;
        open.push(token);
        return token === "{" ? "key or end" : "value or end";
      case "}":
      case "]":
        if (!awaited.endsWith("or end") || open.pop() !== (token === "}" ? "{" : "[")) return undefined;
        return afterValue();
      case ",":
        return awaited === "comma or end" ? afterComma() : undefined;
      case ":":
        return awaited === "colon" ? "value" : undefined;
      default:
        if (awaited.startsWith("key")) return token === '"' ? "colon" : undefined;
        return awaited.startsWith("value") && SCALAR.test(token) ? afterValue() : undefined;
    }
  };
  return {
    push(line) {
      const scanner = createScanner(line);
      for (scanner.scan(); scanner.getTokenLength() > 0; scanner.scan()) {
        const token = line.charAt(scanner.getTokenOffset());
        if (SPACE.test(token)) continue;
        const following = scanner.getTokenError() === 0 ? next(token) : undefined;
        if (following === undefined) return "broken";
        awaited = following;
      }
      return awaited === "nothing" ? "whole" : "open";
    },
  };
}

const SPACE = /[ \t\r]/u;
/** How strings, numbers, `true`, `false` and `null` begin. */
const SCALAR = /["\d\-tfn]/u;
