import type { WebSocket } from "ws";
import type { EventName, Payload } from "../../../generated/gateway/typescript/protocol.js";
import type {
  ConnectParams,
  ErrorShape,
  GatewayFrame,
  StateVersion,
} from "../../../generated/gateway/typescript/types.js";
import { CloseCode } from "./close-code.js";

/** One client, as the gateway speaks to it. */
export interface Connection {
  readonly id: string;
  /** Sends any frame of the protocol. */
  send(frame: GatewayFrame): void;
  /** Answers a request with a result that is JSON text already. */
  succeed(id: string, payload: string): void;
  fail(id: string, error: ErrorShape): void;
  /** Sends an event with the next number of this connection. */
  push<E extends EventName>(event: E, payload: Payload<E>, stateVersion?: StateVersion): void;
  close(code: CloseCode, reason: string): void;
}

/** A connection that has said who it is. */
export interface Caller {
  readonly connection: Connection;
  readonly hello: ConnectParams;
}

/** Makes the sending side of a socket. A reader that is behind by more than `maxBufferedBytes` is cut off. */
export function createConnection(id: string, socket: WebSocket, maxBufferedBytes: number): Connection {
  let seq = 0;
  const send = (text: string): void => {
    if (socket.readyState !== socket.OPEN) return;
    if (socket.bufferedAmount > maxBufferedBytes) {
      socket.close(CloseCode.policy, "reads too slowly");
      // The close frame waits behind everything that was not read: nobody would ever see it.
      socket.terminate();
      return;
    }
    socket.send(text);
  };
  return {
    id,
    send: (frame) => send(JSON.stringify(frame)),
    succeed: (request, payload) =>
      send(`{"type":"res","id":${JSON.stringify(request)},"ok":true,"payload":${payload}}`),
    fail: (request, error) => send(JSON.stringify({ type: "res", id: request, ok: false, error })),
    push: (event, payload, stateVersion) => {
      seq += 1;
      send(JSON.stringify({ type: "event", event, payload, seq, stateVersion }));
    },
    close: (code, reason) => socket.close(code, reason),
  };
}
