import { AsyncLocalStorage } from "node:async_hooks";
import type { EventName, Payload } from "../../../generated/gateway/typescript/protocol.js";
import type { StateVersion } from "../../../generated/gateway/typescript/types.js";
import { type Caller, encodeEvent } from "./connection.js";

/** Everyone who is connected and greeted. */
export interface Hub {
  readonly size: number;
  add(caller: Caller): void;
  /** True where the caller was there. */
  remove(caller: Caller): boolean;
  /** Sends an event to everyone but one; gives how many characters that makes for all of them. */
  broadcast<E extends EventName>(event: E, payload: Payload<E>, more?: BroadcastOptions): number;
  /** Runs a call. Events that it causes, now or while it waits for something, go out after `answered`. */
  duringCall<T>(call: (answered: () => void) => T): T;
}

/** What goes with an event. */
export interface BroadcastOptions {
  readonly stateVersion?: StateVersion;
  readonly except?: Caller;
}

/** A call, and what it has caused so far; nothing is held back once it is answered. */
interface Call {
  caused: (() => void)[] | undefined;
}

/** Makes a hub without anyone. */
export function createHub(): Hub {
  const callers = new Set<Caller>();
  const calls = new AsyncLocalStorage<Call>();
  return {
    get size() {
      return callers.size;
    },
    add: (caller) => void callers.add(caller),
    remove: (caller) => callers.delete(caller),
    broadcast: (event, payload, { stateVersion, except } = {}) => {
      const encoded = encodeEvent(event, payload, stateVersion);
      const deliver = (): void => {
        for (const caller of callers) {
          if (caller !== except) caller.connection.push(encoded);
        }
      };
      const caused = calls.getStore()?.caused;
      if (caused === undefined) deliver();
      else caused.push(deliver);
      return (encoded.head.length + encoded.tail.length) * callers.size;
    },
    duringCall: (run) => {
      const call: Call = { caused: [] };
      const answered = (): void => {
        const caused = call.caused ?? [];
        call.caused = undefined;
        for (const deliver of caused) deliver();
      };
      return calls.run(call, () => run(answered));
    },
  };
}
