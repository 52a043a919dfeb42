import type { WebSocket } from "ws";
import type { EventName, Payload } from "../../../generated/gateway/typescript/protocol.js";
import type {
  ConnectParams,
  ErrorShape,
  GatewayFrame,
  StateVersion,
} from "../../../generated/gateway/typescript/types.js";
import type { Backlog } from "./backlog.js";
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
  push(event: EncodedEvent): void;
  /** Answers a ping. */
  pong(data: Buffer): void;
  /** Hangs up; the peer has a moment to hear why. */
  close(code: CloseCode, reason: string): void;
  /** Hangs up and waits for nobody. */
  cutOff(code: CloseCode, reason: string): void;
}

/** An event as text, with a gap for its number, which differs from connection to connection. */
export interface EncodedEvent {
  readonly head: string;
  readonly tail: string;
}

/** Writes an event down, once for everyone who will get it. */
export function encodeEvent<E extends EventName>(
  event: E,
  payload: Payload<E>,
  stateVersion?: StateVersion,
): EncodedEvent {
  const version = stateVersion === undefined ? "" : `,"stateVersion":${JSON.stringify(stateVersion)}`;
  return {
    head: `{"type":"event","event":"${event}","payload":${JSON.stringify(payload)},"seq":`,
    tail: `${version}}`,
  };
}

/** A connection that has said who it is. */
export interface Caller {
  readonly connection: Connection;
  readonly hello: ConnectParams;
}

/** What may wait for a reader. */
export interface SendingRules {
  /** A reader that is behind by more is cut off. */
  readonly maxBufferedBytes: number;
  readonly backlog: Backlog;
}

/** Makes the sending side of a socket. */
export function createConnection(
  id: string,
  socket: WebSocket,
  { maxBufferedBytes, backlog }: SendingRules,
): Connection {
  let seq = 0;
  const cutOff = (code: CloseCode, reason: string): void => {
    socket.close(code, reason);
    // Where much waits, the close frame waits behind it: nobody would ever see it.
    socket.terminate();
  };
  const reader = {
    waiting: () => socket.bufferedAmount,
    cutOff: () => cutOff(CloseCode.policy, "reads too slowly"),
  };
  socket.once("close", () => backlog.forget(reader));
  const write = (work: () => void): void => {
    if (socket.readyState !== socket.OPEN) return;
    if (socket.bufferedAmount > maxBufferedBytes) return reader.cutOff();
    work();
    backlog.sent(reader);
  };
  const send = (text: string): void => write(() => socket.send(text));
  return {
    id,
    send: (frame) => send(JSON.stringify(frame)),
    succeed: (request, payload) =>
      send(`{"type":"res","id":${JSON.stringify(request)},"ok":true,"payload":${payload}}`),
    fail: (request, error) => send(JSON.stringify({ type: "res", id: request, ok: false, error })),
    push: ({ head, tail }) => {
      seq += 1;
      send(`${head}${seq}${tail}`);
    },
    pong: (data) => write(() => socket.pong(data)),
    close: (code, reason) => socket.close(code, reason),
    cutOff,
  };
}
