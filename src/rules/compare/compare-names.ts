import type { JsonValue } from "../../support/json.js";
import { stableJson } from "../../support/stable-json.js";
import type { Comparison } from "./comparison.js";
import type { NameDifference } from "./difference.js";
import { shapeText } from "./shape-text.js";
import type { Side } from "./side.js";

/** Something with a name: what it is apart from that, and what is said of it. */
interface Named {
  readonly name: string;
  /** Equal for two that differ in their names alone; undefined where that would say nothing. */
  readonly content: string | undefined;
  readonly metadata: Readonly<Record<string, JsonValue>>;
}

/** Definitions that one version alone has, and that are the same but for their names. */
export function findRenamed(previous: Side, current: Side): ReadonlyMap<string, string> {
  const gone = namedOf(previous, "declaration").filter(({ name }) => !current.declarations.has(name));
  const come = namedOf(current, "declaration").filter(({ name }) => !previous.declarations.has(name));
  const pairs = gone.flatMap(({ name, content }) => {
    const alike = come.filter((other) => other.content === content);
    return alike.length === 1 && alike[0] !== undefined ? [[name, alike[0].name] as const] : [];
  });
  return new Map(pairs);
}

/** Emits the definitions, methods, events and error codes that one version alone has. */
export function compareNames(comparison: Comparison): void {
  for (const of of ["declaration", "method", "event", "error-code"] as const) {
    const [previous, current] = [namedOf(comparison.previous, of), namedOf(comparison.current, of)];
    const sinceIsUsual = [...previous, ...current].some(({ metadata }) => metadata["since"] !== undefined);
    const gone = previous.filter(({ name }) => !current.some((other) => other.name === name));
    const come = current.filter(({ name }) => !previous.some((other) => other.name === name));
    const emit = (
      change: NameDifference["change"],
      { name, content, metadata }: Named,
      others: readonly Named[],
    ): void => {
      const alike = content === undefined ? [] : others.filter((other) => other.content === content);
      const counterpart = alike.length === 1 ? alike[0]?.name : undefined;
      comparison.emit({ kind: "name", of, change, name, counterpart, metadata, sinceIsUsual });
    };
    for (const named of gone) emit("removed", named, come);
    for (const named of come) emit("added", named, gone);
  }
}

function namedOf(side: Side, of: NameDifference["of"]): readonly Named[] {
  const { methods, events, errorCodes } = side.protocol;
  const schemaOf = (id: string | undefined): string =>
    id === undefined ? "" : shapeText(side.definitions.get(id) ?? true);
  switch (of) {
    case "declaration":
      return [...side.declarations.values()].map(({ id, schema }) => ({
        name: id,
        content: shapeText(schema),
        metadata: {},
      }));
    case "method":
      return methods.map(({ name, params, result, metadata }) => ({
        name,
        content:
          params === undefined && result === undefined ? undefined : stableJson([schemaOf(params), schemaOf(result)]),
        metadata,
      }));
    case "event":
      return events.map(({ name, payload, metadata }) => ({
        name,
        content: payload === undefined ? undefined : schemaOf(payload),
        metadata,
      }));
    case "error-code":
      return errorCodes.map((name) => ({ name, content: undefined, metadata: {} }));
  }
}
