import type { EventMapping, MethodMapping } from "../../config/config.js";
import type { DiagnosticCollector } from "../../diagnostics/collector.js";
import type { Registry, RegistryEvent, RegistryMethod } from "../../registry/registry.js";
import type { JsonObject } from "../../support/json.js";
import { splitWords } from "../../support/split-words.js";
import { irDiagnostics } from "../diagnostics.js";
import type { DeclarationId, Event, Method } from "../types.js";
import { deprecationOf, docOf } from "./annotations.js";
import type { PlainSchemas } from "./plain-schemas.js";

/** What ties methods and events to definitions. */
interface SurfaceOptions {
  readonly methods: Readonly<Record<string, MethodMapping>>;
  readonly events: Readonly<Record<string, EventMapping>>;
  readonly diagnostics: DiagnosticCollector;
}

/** Finds definitions by the words of their names, whatever their capitals. A spelling that two share finds neither. */
type FindDefinition = (words: string) => DeclarationId | undefined;

function fold(text: string): string {
  return splitWords(text).join("").toLowerCase();
}

function indexByWords(plain: PlainSchemas): FindDefinition {
  const index = new Map<string, DeclarationId | undefined>();
  for (const name of plain.definitions.keys()) index.set(fold(name), index.has(fold(name)) ? undefined : name);
  return (words) => index.get(fold(words));
}

/** One tie between a method or event and a definition. */
interface Tie {
  /** For messages. For example `methods["chat.send"].params`. */
  readonly key: string;
  /** What the config says: a name, null for none, undefined for nothing. */
  readonly configured: string | null | undefined;
  /** What the registry says. */
  readonly listed: string | object | undefined;
  /** What the name of the definition would be. For example `chat.send Params`. */
  readonly words: string;
}

function resolveTie(
  tie: Tie,
  plain: PlainSchemas,
  find: { byWords: FindDefinition; diagnostics: DiagnosticCollector },
): DeclarationId | undefined {
  const { key, configured, listed } = tie;
  if (configured === null) return undefined;
  const said = configured ?? listed;
  if (typeof said === "object") {
    const name = plain.nameOfSource(said);
    if (name === undefined) find.diagnostics.report(irDiagnostics.create("unregistered-schema", { key }));
    return name;
  }
  if (said === undefined) return find.byWords(tie.words);
  if (plain.definitions.has(said)) return said;
  find.diagnostics.report(irDiagnostics.create("unknown-mapping", { key, name: said }));
  return undefined;
}

function notesOf(metadata: JsonObject): Pick<Method, "doc" | "deprecated" | "metadata"> {
  return { doc: docOf(metadata), deprecated: deprecationOf(metadata), metadata };
}

function reportUnlisted(
  kind: "method" | "event",
  mapped: readonly string[],
  at: { names: ReadonlySet<string>; diagnostics: DiagnosticCollector },
): void {
  for (const key of mapped) {
    if (!at.names.has(key)) at.diagnostics.report(irDiagnostics.create("unknown-surface", { key, kind }));
  }
}

/**
 * Ties the registry's methods and events to definitions: as the config says, else as the registry says, else by name
 * (`chat.send` → `ChatSendParams` and `ChatSendResult`, `tick` → `TickEvent`).
 */
export function lowerSurface(
  registry: Registry,
  plain: PlainSchemas,
  options: SurfaceOptions,
): { readonly methods: readonly Method[]; readonly events: readonly Event[] } {
  const { diagnostics } = options;
  const find = { byWords: indexByWords(plain), diagnostics };
  const methodOf = (method: RegistryMethod): Method => {
    const { name, metadata } = method;
    const tie = (part: "params" | "result", word: string) =>
      resolveTie(
        {
          key: `methods[${JSON.stringify(name)}].${part}`,
          configured: options.methods[name]?.[part],
          listed: method[part],
          words: `${name} ${word}`,
        },
        plain,
        find,
      );
    return { name, params: tie("params", "Params"), result: tie("result", "Result"), ...notesOf(metadata) };
  };
  const eventOf = ({ name, payload, metadata }: RegistryEvent): Event => {
    const key = `events[${JSON.stringify(name)}].payload`;
    const tie = { key, configured: options.events[name]?.payload, listed: payload, words: `${name} Event` };
    return { name, payload: resolveTie(tie, plain, find), ...notesOf(metadata) };
  };
  reportUnlisted("method", Object.keys(options.methods), {
    names: new Set(registry.methods.map(({ name }) => name)),
    diagnostics,
  });
  reportUnlisted("event", Object.keys(options.events), {
    names: new Set(registry.events.map(({ name }) => name)),
    diagnostics,
  });
  return { methods: registry.methods.map(methodOf), events: registry.events.map(eventOf) };
}
