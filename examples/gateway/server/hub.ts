import type { EventName, Payload } from "../../../generated/gateway/typescript/protocol.js";
import type { StateVersion } from "../../../generated/gateway/typescript/types.js";
import type { Caller } from "./connection.js";

/** Everyone who is connected and greeted. */
export interface Hub {
  readonly size: number;
  add(caller: Caller): void;
  /** True where the caller was there. */
  remove(caller: Caller): boolean;
  /** Sends an event to everyone but one. */
  broadcast<E extends EventName>(event: E, payload: Payload<E>, more?: BroadcastOptions): void;
}

/** What goes with an event. */
export interface BroadcastOptions {
  readonly stateVersion?: StateVersion;
  readonly except?: Caller;
}

/** Makes a hub without anyone. */
export function createHub(): Hub {
  const callers = new Set<Caller>();
  return {
    get size() {
      return callers.size;
    },
    add: (caller) => void callers.add(caller),
    remove: (caller) => callers.delete(caller),
    broadcast: (event, payload, { stateVersion, except } = {}) => {
      for (const caller of callers) {
        if (caller !== except) caller.connection.push(event, payload, stateVersion);
      }
    },
  };
}
