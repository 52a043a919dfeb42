import { WebSocket } from "ws";
import type {
  ConnectParams,
  ErrorShape,
  EventFrame,
  GatewayFrame,
  HelloOk,
  ResponseFrame,
} from "../../../generated/gateway/typescript/types.js";
import {
  validateGatewayFrame,
  validateResponse,
  type ValidationError,
} from "../../../generated/gateway/typescript/validators.js";
import { type Drift, readLeniently } from "./read-leniently.js";

/** Told of what happens on one connection. After `ended` nothing follows. */
export interface SessionEvents {
  hello(hello: HelloOk): void;
  /** The gateway does not want this client. */
  refused(error: ErrorShape): void;
  response(frame: ResponseFrame): void;
  event(frame: EventFrame): void;
  /** A frame that is not understood: of a newer type, or broken. */
  unknown(frame: unknown, errors: readonly ValidationError[]): void;
  drift(drift: readonly Drift[]): void;
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
    const reading = readLeniently(frame.payload, (candidate) => {
      const valid = validateResponse("connect", candidate);
      return valid.ok ? { ok: true, value: valid.payload } : valid;
    });
    if (!reading.ok) {
      events.unknown(frame, reading.errors);
      return end("the greeting is not valid");
    }
    if (reading.drift.length > 0) events.drift(reading.drift);
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
    const reading = readFrame(String(data));
    if (!reading.ok) return events.unknown(reading.value, reading.errors);
    if (reading.drift.length > 0) events.drift(reading.drift);
    return receive(reading.value);
  });
  socket.on("close", (code, reason) => end(`the gateway closed the connection (${code}) ${String(reason)}`.trim()));
  socket.on("error", (error) => end(error.message));
  return { send: (text) => socket.send(text), close: () => end("closed") };
}

type FrameReading =
  | { readonly ok: true; readonly value: GatewayFrame; readonly drift: readonly Drift[] }
  | { readonly ok: false; readonly value: unknown; readonly errors: readonly ValidationError[] };

function readFrame(text: string): FrameReading {
  const value = parseJson(text);
  const reading = readLeniently<GatewayFrame>(value, (candidate) =>
    validateGatewayFrame(candidate)
      ? { ok: true, value: candidate }
      : { ok: false, errors: validateGatewayFrame.errors ?? [] },
  );
  return reading.ok ? reading : { ...reading, value };
}

/** Text that is no JSON is read as that text, which is no frame. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
