import { once } from "node:events";
import { onTestFinished } from "vitest";
import { WebSocket } from "ws";

/** A client that sends what it is told and keeps what it gets, without any validation. */
export interface RawClient {
  readonly socket: WebSocket;
  /** Sends a value as JSON, or a text or bytes as they are. */
  send(value: unknown): void;
  /** The next message, as JSON; messages that came before the call count. */
  next(): Promise<RawMessage>;
  /** The next message that is a response. */
  response(): Promise<RawMessage>;
  /** Sends a request and gives its response. */
  call(method: string, params?: unknown): Promise<RawMessage>;
  /** Why the gateway hung up. */
  readonly closed: Promise<{ readonly code: number; readonly reason: string }>;
}

/** Any message, with whatever is in it. */
export interface RawMessage {
  readonly type: string;
  readonly id?: string;
  readonly ok?: boolean;
  readonly payload?: unknown;
  readonly error?: { readonly code: string; readonly message: string; readonly details?: unknown };
  readonly event?: string;
  readonly seq?: number;
  readonly stateVersion?: unknown;
}

/** A `connect` request that the gateway accepts. */
export function connectFrame(params: object = {}): object {
  const client = { id: "test", version: "1", platform: "node", mode: "test" };
  return { type: "req", id: "c1", method: "connect", params: { minProtocol: 3, maxProtocol: 3, client, ...params } };
}

/** Opens a socket. It is closed when the test ends. */
export async function openRaw(url: string, options: { readonly origin?: string } = {}): Promise<RawClient> {
  const socket = new WebSocket(url, { perMessageDeflate: false, ...options });
  onTestFinished(() => socket.terminate());
  const client = rawClient(socket);
  await once(socket, "open");
  return client;
}

/** Opens a socket and shakes hands. */
export async function connectRaw(url: string, params: object = {}): Promise<RawClient> {
  const client = await openRaw(url);
  client.send(connectFrame(params));
  const hello = await client.next();
  if (hello.ok !== true) throw new Error(`refused: ${JSON.stringify(hello)}`);
  return client;
}

function rawClient(socket: WebSocket): RawClient {
  const messages: RawMessage[] = [];
  const readers: ((message: RawMessage) => void)[] = [];
  let calls = 0;
  socket.on("message", (data) => {
    const message: RawMessage = JSON.parse(String(data));
    const reader = readers.shift();
    if (reader === undefined) messages.push(message);
    else reader(message);
  });
  const next = (): Promise<RawMessage> =>
    new Promise((resolve) => {
      const message = messages.shift();
      if (message === undefined) readers.push(resolve);
      else resolve(message);
    });
  const response = async (): Promise<RawMessage> => {
    for (;;) {
      const message = await next();
      if (message.type === "res") return message;
    }
  };
  const send = (value: unknown): void =>
    socket.send(typeof value === "string" || Buffer.isBuffer(value) ? value : JSON.stringify(value));
  return {
    socket,
    send,
    next,
    response,
    call: (method, params) => {
      calls += 1;
      send({ type: "req", id: `r${calls}`, method, params });
      return response();
    },
    closed: new Promise((resolve) => socket.on("close", (code, reason) => resolve({ code, reason: String(reason) }))),
  };
}
