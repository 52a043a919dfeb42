import { WebSocket } from "ws";
import { isUnknown, readFrame, readResult, type UnknownPart } from "../../../generated/gateway/typescript/protocol.js";
import type {
  ConnectParams,
  ErrorShape,
  EventFrame,
  GatewayFrame,
  HelloOk,
  ResponseFrame,
} from "../../../generated/gateway/typescript/types.js";
import type { ValidationError } from "../../../generated/gateway/typescript/validators.js";

/** Told of what happens on one connection. After `ended` nothing follows. */
export interface SessionEvents {
  hello(hello: HelloOk): void;
  /** The gateway does not want this client. */
  refused(error: ErrorShape): void;
  response(frame: ResponseFrame): void;
  event(frame: EventFrame): void;
  /** A frame that is not understood: of a newer type, or broken. */
  unknown(frame: unknown, errors: readonly ValidationError[]): void;
  /** Parts of a frame, or of the greeting, that are kept though this version does not know them. */
  newer(parts: readonly UnknownPart[]): void;
  ended(reason: string): void;
}

/** One connection, from its opening to its end. */
export interface Session {
  send(text: string): void;
  close(): void;
}

const CONNECT_ID = "connect";
const LOST = 4000;

/** Opens a connection and shakes hands. */
export function openSession(url: string, connect: ConnectParams, events: SessionEvents): Session {
  const socket = new WebSocket(url, { perMessageDeflate: false });
  let seq: number | undefined;
  let silentTicks = 0;
  let watch: NodeJS.Timeout | undefined;
  let isOver = false;

  const end = (reason: string): void => {
    if (isOver) return;
    isOver = true;
    clearInterval(watch);
    socket.close(LOST, reason);
    events.ended(reason);
  };
  const greeted = (frame: ResponseFrame): void => {
    if (!frame.ok) {
      events.refused(frame.error ?? { code: "INVALID_REQUEST", message: "refused without a reason" });
      return end("refused");
    }
    const reading = readResult("connect", frame.payload);
    if (!reading.ok) {
      events.unknown(frame, reading.errors);
      return end("the greeting is not valid");
    }
    if (reading.unknown.length > 0) events.newer(reading.unknown);
    watch = setInterval(() => {
      silentTicks += 1;
      if (silentTicks > 2) end("heard nothing for two ticks");
    }, reading.value.policy.tickIntervalMs);
    return events.hello(reading.value);
  };
  const event = (frame: EventFrame): void => {
    // What was lost in a gap may have changed anything: only a new greeting, with its snapshot, is safe.
    if (frame.seq !== undefined && seq !== undefined && frame.seq !== seq + 1) return end("events were lost");
    seq = frame.seq ?? seq;
    return events.event(frame);
  };
  const receive = (frame: GatewayFrame): void => {
    if (frame.type === "event") return event(frame);
    if (frame.type === "res") return frame.id === CONNECT_ID ? greeted(frame) : events.response(frame);
    return events.unknown(frame, []);
  };

  socket.on("open", () =>
    socket.send(JSON.stringify({ type: "req", id: CONNECT_ID, method: "connect", params: connect })),
  );
  socket.on("message", (data) => {
    if (isOver) return;
    silentTicks = 0;
    const text = String(data);
    const reading = readFrame(text);
    if (!reading.ok) return events.unknown(text, reading.errors);
    if (isUnknown(reading.value)) return events.unknown(reading.value, []);
    if (reading.unknown.length > 0) events.newer(reading.unknown);
    return receive(reading.value);
  });
  socket.on("close", (code, reason) => end(`the gateway closed the connection (${code}) ${String(reason)}`.trim()));
  socket.on("error", (error) => end(error.message));
  return { send: (text) => socket.send(text), close: () => end("closed") };
}
