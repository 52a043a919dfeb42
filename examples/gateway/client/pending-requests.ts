import { GatewayFailure } from "./gateway-failure.js";

/** A request that waits for its answer. */
export interface PendingRequest {
  /** The frame. */
  readonly text: string;
  /** Whether it can be sent again on another connection, because it has an idempotency key. */
  readonly isRepeatable: boolean;
  readonly resolve: (payload: unknown) => void;
  readonly reject: (failure: GatewayFailure) => void;
}

/** Requests that wait for their answers, by id. */
export interface PendingRequests {
  add(id: string, request: PendingRequest): void;
  /** Gives a request and forgets it. */
  take(id: string): PendingRequest | undefined;
  /** Sends what was not sent yet, or has to be sent again. */
  flush(send: (text: string) => void): void;
  /** The connection ended: what may have been run, and must not be run twice, fails; the rest waits for the next one. */
  lose(reason: string): void;
  /** Nothing will be answered any more. */
  failAll(failure: GatewayFailure): void;
}

/** Makes pending requests: none. */
export function createPendingRequests(): PendingRequests {
  const waiting = new Map<string, PendingRequest>();
  const sent = new Set<string>();
  const take = (id: string): PendingRequest | undefined => {
    const request = waiting.get(id);
    waiting.delete(id);
    sent.delete(id);
    return request;
  };
  return {
    add: (id, request) => void waiting.set(id, request),
    take,
    flush: (send) => {
      for (const [id, { text }] of waiting) {
        if (sent.has(id)) continue;
        sent.add(id);
        send(text);
      }
    },
    lose: (reason) => {
      for (const id of sent) {
        if (waiting.get(id)?.isRepeatable === true) sent.delete(id);
        else take(id)?.reject(new GatewayFailure("lost", reason));
      }
    },
    failAll: (failure) => {
      for (const id of waiting.keys()) take(id)?.reject(failure);
    },
  };
}
