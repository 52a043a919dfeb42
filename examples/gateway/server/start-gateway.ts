import { once } from "node:events";
import { WebSocketServer } from "ws";
import { CloseCode } from "./close-code.js";
import { handlers as allHandlers } from "./handlers/index.js";
import type { GatewayState, Handlers } from "./handler.js";
import { createHub, type Hub } from "./hub.js";
import { createIdempotencyStore } from "./idempotency.js";
import { keepAlive } from "./keep-alive.js";
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

const GRACE_MS = 1000;

const now = (): number => Date.now();

/** Starts a gateway. Rejects where the port is taken. */
export async function startGateway(options: GatewayOptions = {}): Promise<Gateway> {
  const { host = "127.0.0.1", port = 0, token, allowedOrigins = [], validation = generatedValidation } = options;
  const policy: Policy = { ...DEFAULT_POLICY, ...options.policy };
  const hub = createHub();
  const gateway = createState(hub, options);
  const dispatch = {
    validation,
    gateway,
    handlers: { ...allHandlers, ...options.handlers },
    answers: createIdempotencyStore({ entries: policy.maxRemembered, bytes: policy.maxRememberedBytes }),
  };
  const sockets = new WebSocketServer({
    host,
    port,
    maxPayload: policy.maxPayload,
    perMessageDeflate: false,
    // A page of any site can open a socket to this machine: browsers say which one it was.
    verifyClient: ({ origin }: { readonly origin?: string }) => origin === undefined || allowedOrigins.includes(origin),
  });
  sockets.on("connection", (socket) => {
    if (sockets.clients.size > policy.maxConnections)
      return socket.close(CloseCode.tryAgainLater, "too many connections");
    return serveSocket(socket, { dispatch, policy, token });
  });
  const stopTicking = keepAlive({ sockets, hub, now: gateway.now, intervalMs: policy.tickIntervalMs });
  try {
    await once(sockets, "listening");
  } catch (error) {
    stopTicking();
    throw error;
  }
  const address = sockets.address();
  const actual = typeof address === "object" && address !== null ? address.port : port;
  return {
    url: `ws://${host.includes(":") ? `[${host}]` : host}:${actual}`,
    port: actual,
    state: gateway,
    close: async (shutdown = { reason: "stopped" }) => {
      stopTicking();
      gateway.runs.stop();
      hub.broadcast("shutdown", shutdown);
      await hangUp(sockets, shutdown.restartExpectedMs === undefined ? CloseCode.goingAway : CloseCode.restart);
    },
  };
}

function createState(hub: Hub, { version = "dev", stepMs = 5 }: GatewayOptions): GatewayState {
  const sessions = createSessions(now);
  return {
    now,
    version,
    hub,
    sessions,
    system: createSystemState(hub, now),
    runs: createRuns({ hub, sessions, now, stepMs }),
    nodes: createNodes(now),
    cron: createCronJobs(now),
  };
}

/** Closes every socket, and cuts those off that do not close within a second. */
async function hangUp(sockets: WebSocketServer, code: CloseCode): Promise<void> {
  const closed = new Promise<void>((resolve) => sockets.close(() => resolve()));
  for (const socket of sockets.clients) socket.close(code, "the gateway stops");
  const impatience = setTimeout(() => {
    for (const socket of sockets.clients) socket.terminate();
  }, GRACE_MS);
  await closed;
  clearTimeout(impatience);
}
