import type { MethodName, Params, Result } from "../../../generated/gateway/typescript/protocol.js";
import type { Caller } from "./connection.js";
import type { Hub } from "./hub.js";
import type { CronJobs } from "./state/cron-jobs.js";
import type { Nodes } from "./state/nodes.js";
import type { Runs } from "./state/runs.js";
import type { Sessions } from "./state/sessions.js";
import type { SystemState } from "./state/system-state.js";

/** What the gateway knows and can do. */
export interface GatewayState {
  /** Milliseconds since the Unix epoch. */
  readonly now: () => number;
  readonly version: string;
  readonly hub: Hub;
  readonly system: SystemState;
  readonly sessions: Sessions;
  readonly runs: Runs;
  readonly nodes: Nodes;
  readonly cron: CronJobs;
}

/** Who asks, and what of. */
export interface HandlerContext {
  readonly gateway: GatewayState;
  readonly caller: Caller;
}

/** Answers one method. Its params are valid; what it throws becomes an error response, a `GatewayError` word for word. */
export type Handler<M extends MethodName> = (
  params: Params<M>,
  context: HandlerContext,
) => Result<M> | Promise<Result<M>>;

/** Every method but the handshake, which is no request like the others. */
export type HandledMethod = Exclude<MethodName, "connect">;

/** A handler for each method: one that is missing, or answers something else than the protocol says, does not compile. */
export type Handlers = { readonly [M in HandledMethod]: Handler<M> };
