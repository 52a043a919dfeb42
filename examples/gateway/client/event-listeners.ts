import type { EventName, KnownEvent, ReadPayload } from "../../../generated/gateway/typescript/protocol.js";
import type { EventFrame } from "../../../generated/gateway/typescript/types.js";

/** Told of one kind of event. */
export type EventListener<E extends EventName> = (payload: ReadPayload<E>, frame: EventFrame) => void;

type Table = { readonly [E in EventName]: Set<EventListener<E>> };

/** Who listens to what. */
export interface EventListeners {
  /** Gives the function that stops listening. */
  add<E extends EventName>(event: E, listener: EventListener<E>): () => void;
  deliver<E extends EventName>(event: KnownEvent<E>, frame: EventFrame): void;
}

/** Makes listeners: none. */
export function createEventListeners(): EventListeners {
  const table: Table = {
    tick: new Set(),
    presence: new Set(),
    agent: new Set(),
    chat: new Set(),
    health: new Set(),
    shutdown: new Set(),
  };
  return {
    add: (event, listener) => {
      table[event].add(listener);
      return () => table[event].delete(listener);
    },
    deliver: ({ event, payload }, frame) => {
      for (const listener of table[event]) listener(payload, frame);
    },
  };
}
