import type { DeclarationId, Protocol } from "../../../ir/types.js";
import { memberKey, propertyKey, stringLiteral } from "../literals.js";
import type { TypeNames } from "../names.js";
import type { ReadNames } from "../types/read-names.js";
import type { IncomingEntryView, IncomingEventsView, IncomingView } from "./incoming-view.js";

/** Translates frames, events and results into the functions that read them. Undefined where there are none. */
export function translateIncoming(protocol: Protocol, names: TypeNames, reads: ReadNames): IncomingView | undefined {
  const { frames, methods, events } = protocol;
  if (frames === undefined && methods.length + events.length === 0) return undefined;
  const entry = ({ name, type }: Named): IncomingEntryView => ({
    key: propertyKey(name),
    member: memberKey(name),
    type: type === undefined ? "unknown" : `T.${reads.of(type)}`,
    reader: readerName(type, names),
  });
  const results = methods.map(({ name, result }) => entry({ name, type: result }));
  const payloads = events.map(({ name, payload }) => entry({ name, type: payload }));
  return {
    frame:
      frames === undefined
        ? undefined
        : { type: `T.${reads.of(frames.union)}`, reader: readerName(frames.union, names) },
    events: events.length === 0 ? undefined : { ...eventKeys(protocol, reads), entries: payloads },
    results: results.length === 0 ? undefined : { entries: results },
    usesAnything: [...results, ...payloads].some(({ reader }) => reader === ANYTHING),
    usesTypes: frames !== undefined || events.length > 0 || results.some(({ reader }) => reader !== ANYTHING),
  };
}

interface Named {
  readonly name: string;
  readonly type: DeclarationId | undefined;
}

const ANYTHING = "anything";

/** What has no schema can be anything. */
export function readerName(id: DeclarationId | undefined, names: TypeNames): string {
  return id === undefined ? ANYTHING : `readers.read${names.get(id) ?? id}`;
}

/** The keys of the event frame; without such a frame, those that are usual. */
function eventKeys({ frames }: Protocol, reads: ReadNames): Omit<IncomingEventsView, "entries"> {
  const { event = "event", payload = "payload" } = frames?.event ?? {};
  return {
    unknown: `T.${reads.unknown ?? ""}`,
    nameKey: propertyKey(event),
    nameText: stringLiteral(event),
    namePointer: stringLiteral(pointerOf(event)),
    payloadKey: propertyKey(payload),
    payloadText: stringLiteral(payload),
    payloadPointer: stringLiteral(pointerOf(payload)),
  };
}

function pointerOf(key: string): string {
  return `/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}
