import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type WebSocket, WebSocketServer } from "ws";
import { createBacklog } from "./backlog.js";
import { CloseCode } from "./close-code.js";
import { handlers as allHandlers } from "./handlers/index.js";
import type { GatewayState, Handlers } from "./handler.js";
import { createHub, type Hub } from "./hub.js";
import { createIdempotencyStore } from "./idempotency.js";
import { keepAlive } from "./keep-alive.js";
import { createLobby } from "./lobby.js";
import { DEFAULT_POLICY, type Policy } from "./policy.js";
import { serveSocket } from "./serve-socket.js";
import { createCronJobs } from "./state/cron-jobs.js";
import { createNodes } from "./state/nodes.js";
import { createRuns } from "./state/runs.js";
import { createSessions } from "./state/sessions.js";
import { createSystemState } from "./state/system-state.js";
import { generatedValidation, type Validation } from "./validation.js";

/** How a gateway is started. Everything has a default. */
export interface GatewayOptions {
  /** Default: 127.0.0.1. */
  readonly host?: string;
  /** Default: 0, any free port. */
  readonly port?: number;
  /** A secret that every client has to know. Default: none. */
  readonly token?: string | undefined;
  /** Web pages that may connect, as browsers name them. Default: none. A client that is no browser names no origin. */
  readonly allowedOrigins?: readonly string[];
  readonly policy?: Partial<Policy>;
  readonly handlers?: Partial<Handlers>;
  readonly validation?: Validation;
  readonly version?: string;
  /** How long the agent thinks before each word, in milliseconds. */
  readonly stepMs?: number;
}

/** A gateway that runs. */
export interface Gateway {
  /** Where it listens. For example `ws://127.0.0.1:18789`. */
  readonly url: string;
  readonly port: number;
  readonly state: GatewayState;
  /** Tells everyone, hangs up, and resolves when every connection is gone. */
  close(shutdown?: Shutdown): Promise<void>;
}

/** What clients are told at the end. */
export interface Shutdown {
  readonly reason: string;
  /** When to try again; absent where the gateway does not come back. */
  readonly restartExpectedMs?: number;
}

const now = (): number => Date.now();

/** Starts a gateway. Rejects where the port is taken. */
export async function startGateway(options: GatewayOptions = {}): Promise<Gateway> {
  const { host = "127.0.0.1", port = 0, token, allowedOrigins = [], validation = generatedValidation } = options;
  const policy: Policy = { ...DEFAULT_POLICY, ...options.policy };
  const hub = createHub();
  const gateway = createState(hub, policy, options);
  const dispatch = {
    validation,
    gateway,
    handlers: { ...allHandlers, ...options.handlers },
    answers: createIdempotencyStore({ entries: policy.maxRemembered, bytes: policy.maxRememberedBytes }),
  };
  const lobby = createLobby({ capacity: policy.maxWaiting, ...policy });
  const service = { dispatch, policy, token, lobby, backlog: createBacklog(policy.maxBufferedTotal) };
  const server = createServer(upgradeRequired).on("connection", lobby.enter);
  const sockets = createSockets(server, policy, allowedOrigins);
  sockets.on("connection", (socket: WebSocket, { socket: stream }: IncomingMessage) => {
    if (hub.size >= policy.maxConnections) return socket.close(CloseCode.tryAgainLater, "too many connections");
    return serveSocket(socket, stream, service);
  });
  const stopTicking = keepAlive({ sockets, hub, now: gateway.now, intervalMs: policy.tickIntervalMs });
  try {
    server.listen(port, host);
    await once(sockets, "listening");
  } catch (error) {
    stopTicking();
    throw error;
  }
  // A connection that could not be taken is the loss of whoever wanted it, not of those who are there.
  sockets.on("error", () => undefined);
  const address = server.address();
  const actual = typeof address === "object" && address !== null ? address.port : port;
  return {
    url: `ws://${host.includes(":") ? `[${host}]` : host}:${actual}`,
    port: actual,
    state: gateway,
    close: async (shutdown = { reason: "stopped" }) => {
      stopTicking();
      gateway.runs.stop();
      hub.broadcast("shutdown", shutdown);
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      lobby.clear();
      const code = shutdown.restartExpectedMs === undefined ? CloseCode.goingAway : CloseCode.restart;
      for (const socket of sockets.clients) socket.close(code, "the gateway stops");
      await closed;
    },
  };
}

function createSockets(server: Server, policy: Policy, allowedOrigins: readonly string[]): WebSocketServer {
  const options = {
    server,
    maxPayload: policy.maxPayload,
    maxFragments: policy.maxFragments,
    // ws cuts off whoever does not close in time; its types do not know of it yet.
    closeTimeout: policy.closeTimeoutMs,
    // A small frame could hold a large message, and each connection would keep a window of its own.
    perMessageDeflate: false,
    autoPong: false,
    // One message of each socket in turn: a full pipe of one client does not come before a single request of another.
    allowSynchronousEvents: false,
    // A page of any site can open a socket to this machine: browsers say which one it was.
    verifyClient: ({ origin }: { readonly origin?: string }) => origin === undefined || allowedOrigins.includes(origin),
  };
  return new WebSocketServer(options);
}

/** Answers whoever speaks plain HTTP. */
function upgradeRequired(_request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(426, { connection: "close", upgrade: "websocket" }).end("this is a WebSocket\n");
}

function createState(hub: Hub, policy: Policy, { version = "dev", stepMs = 5 }: GatewayOptions): GatewayState {
  const sessions = createSessions(now);
  const { eventsPerSecond: perClient, eventsPerSecondTotal: total } = policy;
  return {
    now,
    version,
    hub,
    sessions,
    system: createSystemState(hub, now),
    runs: createRuns({ hub, sessions, now, stepMs, eventsPerSecond: { perClient, total } }),
    nodes: createNodes(now),
    cron: createCronJobs(now),
  };
}
