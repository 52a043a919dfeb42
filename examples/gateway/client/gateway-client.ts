import { randomUUID } from "node:crypto";
import {
  type EventName,
  isUnknown,
  type MethodName,
  type Params,
  PROTOCOL_VERSION,
  readEvent,
  readResult,
  type ReadResult,
  type UnknownPart,
} from "../../../generated/gateway/typescript/protocol.js";
import type { ConnectParams, EventFrame, HelloOk, ResponseFrame } from "../../../generated/gateway/typescript/types.js";
import { formatErrors } from "../../../generated/gateway/typescript/validators.js";
import { type Backoff, createBackoff } from "./backoff.js";
import { createEventListeners, type EventListener } from "./event-listeners.js";
import { GatewayFailure } from "./gateway-failure.js";
import { createPendingRequests } from "./pending-requests.js";
import { openSession, type Session } from "./session.js";

/** How a client is made. */
export interface GatewayClientOptions {
  /** For example `ws://127.0.0.1:18789`. */
  readonly url: string;
  /** Who this is. Without an `instanceId` one is made up, so that requests can be repeated on the next connection. */
  readonly client: ConnectParams["client"];
  readonly token?: string | undefined;
  readonly backoff?: Backoff;
  /** How long an answer may take, in milliseconds. Default: 30 s. */
  readonly requestTimeoutMs?: number;
  /** Told of every greeting: the first, and one after each reconnection. What was known before it is out of date. */
  readonly onHello?: (hello: HelloOk) => void;
  /** Told why a connection ended. */
  readonly onLost?: (reason: string) => void;
  /** Told of frames and events that this version does not know, or that are broken; they are otherwise ignored. */
  readonly onUnknown?: (frame: unknown, reason: string) => void;
  /** Told of what a newer gateway added to things that this version knows; it is in the values as it came. */
  readonly onNewer?: (parts: readonly UnknownPart[], where: string) => void;
}

const DEFAULT_TIMEOUT_MS = 30_000;

/** A client of the gateway that stays connected. */
export class GatewayClient {
  readonly #options: GatewayClientOptions;
  readonly #connect: ConnectParams;
  readonly #backoff: Backoff;
  readonly #pending = createPendingRequests();
  readonly #listeners = createEventListeners();
  readonly #greetings: { resolve: (hello: HelloOk) => void; reject: (failure: GatewayFailure) => void }[] = [];
  #session: Session | undefined;
  #isGreeted = false;
  #isClosed = false;
  #retry: NodeJS.Timeout | undefined;
  #restartExpectedMs: number | undefined;

  constructor(options: GatewayClientOptions) {
    const { client, token } = options;
    this.#options = options;
    this.#backoff = options.backoff ?? createBackoff();
    this.#connect = {
      minProtocol: PROTOCOL_VERSION,
      maxProtocol: PROTOCOL_VERSION,
      client: { instanceId: randomUUID(), ...client },
      ...(token === undefined ? {} : { auth: { token } }),
    };
    this.on("shutdown", ({ restartExpectedMs }) => (this.#restartExpectedMs = restartExpectedMs));
  }

  /** Connects, and stays connected until `close`. Rejects where the gateway refuses this client. */
  connect(): Promise<HelloOk> {
    const greeting = new Promise<HelloOk>((resolve, reject) => this.#greetings.push({ resolve, reject }));
    this.#open();
    return greeting;
  }

  /** Calls a method. Requests made while there is no connection wait for one. Rejects with a `GatewayFailure`. */
  request<M extends MethodName>(method: M, params: Params<M>): Promise<ReadResult<M>> {
    if (this.#isClosed) return Promise.reject(new GatewayFailure("lost", "the client is closed"));
    const id = randomUUID();
    const text = JSON.stringify({ type: "req", id, method, params });
    return new Promise<ReadResult<M>>((resolve, reject) => {
      const timeout = setTimeout(
        () => this.#pending.take(id)?.reject(new GatewayFailure("late", `${method}: no answer in time`)),
        this.#options.requestTimeoutMs ?? DEFAULT_TIMEOUT_MS,
      );
      this.#pending.add(id, {
        text,
        isRepeatable: "idempotencyKey" in params,
        resolve: (payload) => {
          clearTimeout(timeout);
          const reading = readResult(method, payload);
          if (!reading.ok) return reject(new GatewayFailure("invalid", `${method}: ${formatErrors(reading.errors)}`));
          if (reading.unknown.length > 0) this.#options.onNewer?.(reading.unknown, method);
          return resolve(reading.value);
        },
        reject: (failure) => {
          clearTimeout(timeout);
          reject(failure);
        },
      });
      this.#flush();
    });
  }

  /** Listens to an event; gives the function that stops it. */
  on<E extends EventName>(event: E, listener: EventListener<E>): () => void {
    return this.#listeners.add(event, listener);
  }

  /** Hangs up for good. */
  close(): void {
    this.#finish(new GatewayFailure("lost", "the client is closed"));
  }

  #open(): void {
    const { url, onNewer, onUnknown } = this.#options;
    this.#session = openSession(url, this.#connect, {
      hello: (hello) => this.#greet(hello),
      refused: (shape) => this.#finish(new GatewayFailure("refused", shape.message, shape)),
      response: (frame) => this.#answer(frame),
      event: (frame) => this.#event(frame),
      unknown: (frame, errors) => onUnknown?.(frame, formatErrors(errors)),
      newer: (parts) => onNewer?.(parts, "frame"),
      ended: (reason) => this.#ended(reason),
    });
  }

  #greet(hello: HelloOk): void {
    this.#isGreeted = true;
    this.#backoff.reset();
    this.#options.onHello?.(hello);
    for (const { resolve } of this.#greetings.splice(0)) resolve(hello);
    this.#flush();
  }

  #answer({ id, ok, payload, error }: ResponseFrame): void {
    const request = this.#pending.take(id);
    if (ok) return request?.resolve(payload);
    return request?.reject(new GatewayFailure("refused", error?.message ?? "refused without a reason", error));
  }

  #event(frame: EventFrame): void {
    const reading = readEvent(frame);
    if (!reading.ok) return this.#options.onUnknown?.(frame, formatErrors(reading.errors));
    if (isUnknown(reading.value)) return this.#options.onUnknown?.(frame, `no event ${frame.event} is known`);
    if (reading.unknown.length > 0) this.#options.onNewer?.(reading.unknown, frame.event);
    return this.#listeners.deliver(reading.value, frame);
  }

  #ended(reason: string): void {
    this.#isGreeted = false;
    this.#session = undefined;
    if (this.#isClosed) return;
    this.#options.onLost?.(reason);
    this.#pending.lose(reason);
    const delay = this.#restartExpectedMs ?? this.#backoff.next();
    this.#restartExpectedMs = undefined;
    this.#retry = setTimeout(() => this.#open(), delay);
  }

  #flush(): void {
    const session = this.#session;
    if (this.#isGreeted && session !== undefined) this.#pending.flush((text) => session.send(text));
  }

  #finish(failure: GatewayFailure): void {
    this.#isClosed = true;
    clearTimeout(this.#retry);
    for (const { reject } of this.#greetings.splice(0)) reject(failure);
    this.#pending.failAll(failure);
    this.#session?.close();
  }
}
