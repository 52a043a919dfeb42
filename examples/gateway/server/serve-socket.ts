import { randomUUID } from "node:crypto";
import type { RawData, WebSocket } from "ws";
import type { RequestFrame } from "../../../generated/gateway/typescript/types.js";
import { formatErrors } from "../../../generated/gateway/typescript/validators.js";
import { CloseCode } from "./close-code.js";
import { type Caller, createConnection } from "./connection.js";
import { type Dispatch, serve } from "./dispatch.js";
import { GatewayError } from "./gateway-error.js";
import { helloOk, judgeHandshake } from "./handshake.js";
import type { Policy } from "./policy.js";

/** What serving a socket takes. */
export interface SocketService {
  readonly dispatch: Dispatch;
  readonly policy: Policy;
  readonly token: string | undefined;
}

/** Serves one socket from its opening to its end: first the handshake, then requests. */
export function serveSocket(socket: WebSocket, { dispatch, policy, token }: SocketService): void {
  const { gateway, validation } = dispatch;
  const connection = createConnection(randomUUID(), socket, policy.maxBufferedBytes);
  const patience = setTimeout(
    () => connection.close(CloseCode.policy, "no connect in time"),
    policy.handshakeTimeoutMs,
  );
  let caller: Caller | undefined;
  let inFlight = 0;

  const greet = (frame: RequestFrame): void => {
    const verdict = judgeHandshake(frame, { validation, token });
    clearTimeout(patience);
    if (!verdict.ok) {
      connection.fail(frame.id, verdict.error);
      return connection.close(verdict.code, reasonText(verdict.reason));
    }
    caller = { connection, hello: verdict.params };
    gateway.system.join(caller);
    const snapshot = gateway.system.snapshot();
    const { protocol } = verdict;
    const hello = helloOk({ protocol, version: gateway.version, connId: connection.id, snapshot, policy });
    connection.succeed(frame.id, JSON.stringify(hello));
    gateway.hub.add(caller);
  };

  const request = (frame: RequestFrame, from: Caller): void => {
    if (inFlight >= policy.maxInFlight) {
      const busy = new GatewayError("UNAVAILABLE", "too many requests at once", { retryable: true });
      return connection.fail(frame.id, busy.shape);
    }
    const served = serve(frame, from, dispatch);
    if (served === undefined) return;
    inFlight += 1;
    void served.finally(() => (inFlight -= 1));
  };

  socket.on("message", (data, isBinary) => {
    // What arrives after the gateway has hung up is answered by nobody.
    if (socket.readyState !== socket.OPEN) return;
    if (isBinary) return connection.close(CloseCode.notText, "frames are text");
    const text = textOf(data);
    const parsed = validation.parseFrame(text);
    if (!parsed.ok) {
      const id = requestId(text);
      const message = formatErrors(parsed.errors);
      if (id === undefined) return connection.close(closeCodeOf(parsed.errors), reasonText(message));
      connection.fail(id, { code: "INVALID_REQUEST", message, details: parsed.errors, retryable: false });
      if (caller === undefined) connection.close(CloseCode.policy, "the first request must be connect");
      return;
    }
    const { frame } = parsed;
    if (frame.type !== "req") return connection.close(CloseCode.policy, "clients send requests");
    return caller === undefined ? greet(frame) : request(frame, caller);
  });

  socket.on("close", () => {
    clearTimeout(patience);
    if (caller === undefined) return;
    gateway.hub.remove(caller);
    gateway.system.leave(caller);
  });
  // A frame that breaks RFC 6455: ws has closed the socket already, with the code that says why.
  socket.on("error", () => undefined);
}

function textOf(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString("utf8");
  return data instanceof ArrayBuffer ? Buffer.from(data).toString("utf8") : data.toString("utf8");
}

/** The id of something that was meant as a request, so that its error finds the way back. */
function requestId(text: string): string | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null || !("type" in value) || !("id" in value)) return undefined;
    return value.type === "req" && typeof value.id === "string" && value.id !== "" ? value.id : undefined;
  } catch {
    return undefined;
  }
}

function closeCodeOf(errors: readonly { readonly keyword: string }[]): CloseCode {
  return errors[0]?.keyword === "json" ? CloseCode.notJson : CloseCode.policy;
}

/** A close frame has room for 123 bytes of reason. */
function reasonText(message: string): string {
  return message.replace(/[^\u0020-\u007e]/gu, "?").slice(0, 123);
}
