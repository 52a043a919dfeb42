import { splitWords } from "../../support/split-words.js";

/** What can be added. */
export type OperationKind = "method" | "event";

/**
 * The definitions that go with a name by convention.
 * For example `("method", "system.echo")` gives `SystemEchoParams` and `SystemEchoResult`.
 */
export function schemaNames(kind: OperationKind, name: string): readonly string[] {
  const pascal = splitWords(name)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join("");
  return kind === "method" ? [`${pascal}Params`, `${pascal}Result`] : [`${pascal}Event`];
}
