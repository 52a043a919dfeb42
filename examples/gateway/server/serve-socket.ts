import { randomUUID } from "node:crypto";
import type { Socket } from "node:net";
import type { WebSocket } from "ws";
import type { RequestFrame } from "../../../generated/gateway/typescript/types.js";
import type { Backlog } from "./backlog.js";
import { CloseCode } from "./close-code.js";
import { type Caller, type Connection, createConnection, encodeEvent } from "./connection.js";
import { type Dispatch, serve } from "./dispatch.js";
import { GatewayError } from "./gateway-error.js";
import { helloOk, judgeHandshake } from "./handshake.js";
import { invalidRequest } from "./invalid-request.js";
import type { Lobby } from "./lobby.js";
import type { Policy } from "./policy.js";
import { readFrame } from "./read-frame.js";

/** What serving a socket takes. */
export interface SocketService {
  readonly dispatch: Dispatch;
  readonly policy: Policy;
  readonly token: string | undefined;
  readonly lobby: Lobby;
  readonly backlog: Backlog;
}

/** Serves one socket from its opening to its end: first the handshake, then requests. `stream` is what it came over. */
export function serveSocket(socket: WebSocket, stream: Socket, service: SocketService): void {
  const { dispatch, policy, token, lobby, backlog } = service;
  const { gateway, validation } = dispatch;
  const connection = createConnection(randomUUID(), socket, { maxBufferedBytes: policy.maxBufferedBytes, backlog });
  const requests = createRequests(connection, service);
  let caller: Caller | undefined;
  lobby.introduce(stream, (reason) => connection.cutOff(CloseCode.policy, reason));
  const stopCounting = limitBytes(stream, policy.maxConnectBytes, () =>
    connection.close(CloseCode.tooLarge, `connect takes more than ${policy.maxConnectBytes} bytes`),
  );

  const greet = (frame: RequestFrame): void => {
    const { size: connections } = gateway.hub;
    const verdict = judgeHandshake(frame, { validation, token, policy, connections });
    stopCounting();
    if (!verdict.ok) {
      connection.fail(frame.id, verdict.error);
      return connection.close(verdict.code, reasonText(verdict.reason));
    }
    lobby.admit(stream);
    caller = { connection, hello: verdict.params };
    welcome(caller, { id: frame.id, protocol: verdict.protocol }, service);
  };

  socket.on("message", (data, isBinary) => {
    // What arrives after the gateway has hung up is answered by nobody.
    if (socket.readyState !== socket.OPEN) return;
    if (isBinary) return connection.close(CloseCode.notText, "frames are text");
    const reading = readFrame(data, { validation, maxDepth: policy.maxDepth });
    if (!reading.ok) {
      const { shape } = invalidRequest("", reading.errors);
      if (reading.id === undefined) return connection.close(closeCodeOf(reading.errors), reasonText(shape.message));
      connection.fail(reading.id, shape);
      if (caller === undefined) connection.close(CloseCode.policy, "the first request must be connect");
      return;
    }
    const { frame } = reading;
    if (frame.type !== "req") return connection.close(CloseCode.policy, "clients send requests");
    return caller === undefined ? greet(frame) : requests(frame, caller);
  });
  // Not by ws itself: it would keep answers for whoever reads none of them.
  socket.on("ping", (data) => connection.pong(data));
  socket.on("close", () => {
    if (caller === undefined) return;
    gateway.hub.remove(caller);
    gateway.system.leave(caller);
  });
  // A frame that breaks RFC 6455: ws has closed the socket already, with the code that says why.
  socket.on("error", () => undefined);
}

/** Greets a client, with the first tick right behind. */
function welcome(
  caller: Caller,
  { id, protocol }: { readonly id: string; readonly protocol: number },
  { dispatch: { gateway }, policy }: SocketService,
): void {
  const { connection } = caller;
  gateway.system.join(caller);
  const snapshot = gateway.system.snapshot();
  const hello = helloOk({ protocol, version: gateway.version, connId: connection.id, snapshot, policy });
  connection.succeed(id, JSON.stringify(hello));
  connection.push(encodeEvent("tick", { ts: gateway.now() }));
  gateway.hub.add(caller);
}

/** Serves requests, so many at a time. */
function createRequests(
  connection: Connection,
  { dispatch, policy }: SocketService,
): (frame: RequestFrame, from: Caller) => void {
  let inFlight = 0;
  return (frame, from) => {
    if (inFlight >= policy.maxInFlight) {
      const busy = new GatewayError("UNAVAILABLE", "too many requests at once", { retryable: true });
      return connection.fail(frame.id, busy.shape);
    }
    const served = serve(frame, from, dispatch);
    if (served === undefined) return;
    inFlight += 1;
    void served.finally(() => (inFlight -= 1));
  };
}

/** Says when more than so many bytes have come, once. Gives the function that stops counting. */
function limitBytes(stream: Socket, maxBytes: number, tooMany: () => void): () => void {
  const count = (): void => {
    if (stream.bytesRead <= maxBytes) return;
    stream.off("data", count);
    tooMany();
  };
  stream.on("data", count);
  return () => stream.off("data", count);
}

function closeCodeOf(errors: readonly { readonly keyword: string }[]): CloseCode {
  return errors[0]?.keyword === "json" ? CloseCode.notJson : CloseCode.policy;
}

/** A close frame has room for 123 bytes of reason. */
function reasonText(message: string): string {
  return message.replace(/[^\u0020-\u007e]/gu, "?").slice(0, 123);
}
