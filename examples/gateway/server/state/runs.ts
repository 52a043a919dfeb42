import { randomUUID } from "node:crypto";
import type { AgentWaitResult } from "../../../../generated/gateway/typescript/types.js";
import { type Allowance, createAllowance } from "../allowance.js";
import { BoundedMap } from "../bounded-map.js";
import type { Caller } from "../connection.js";
import { GatewayError } from "../gateway-error.js";
import type { Hub } from "../hub.js";
import { requireShort } from "../require-short.js";
import { type Prompt, type Run, sizeOfRun, spoken, startRun } from "./run.js";
import { MAX_SESSION_KEY, type Sessions } from "./sessions.js";

const MAX_RUNS = 1000;
const MAX_ACTIVE = 64;
const MAX_ACTIVE_PER_CLIENT = 16;
const MAX_MESSAGE = 32 * 1024;

/** The agent: what it works on, and what it has done. */
export interface Runs {
  /**
   * Gives the run's id. Throws a `GatewayError` where too many runs are under way, or the one who asks makes the others
   * receive too much.
   */
  start(prompt: Prompt, by: Caller): string;
  /** Stops one run of a session, or all of them; gives the ids of those that were stopped. */
  abort(sessionKey: string, runId?: string): readonly string[];
  /** Resolves when the run has ended, or with `timeout`. Rejects with a `GatewayError` for a run that nobody knows. */
  wait(runId: string, timeoutMs: number): Promise<AgentWaitResult>;
  /** Ends everything: the gateway stops. */
  stop(): void;
}

/** What the agent needs. */
export interface RunsOptions {
  readonly hub: Hub;
  readonly sessions: Sessions;
  readonly now: () => number;
  readonly stepMs: number;
  /** How much everyone may be told of runs, in characters per second: of one client's, and of all. */
  readonly eventsPerSecond: { readonly perClient: number; readonly total: number };
}

/** Makes the agent. */
export function createRuns({ hub, sessions, now, stepMs, eventsPerSecond }: RunsOptions): Runs {
  const runs = new BoundedMap<Run>({ entries: MAX_RUNS, characters: MAX_RUNS }, () => 1);
  const active = new Map<string, { readonly run: Run; readonly by: Caller }>();
  const total = createAllowance(eventsPerSecond.total, now);
  const perClient = new WeakMap<Caller, Allowance>();
  const allowanceOf = (caller: Caller): Allowance => {
    const allowance = perClient.get(caller) ?? createAllowance(eventsPerSecond.perClient, now);
    perClient.set(caller, allowance);
    return allowance;
  };
  const spend = (amount: number, by: Caller): void => {
    const retryAfterMs = allowanceOf(by).take(amount) || total.take(amount);
    if (retryAfterMs > 0) {
      throw new GatewayError("UNAVAILABLE", "too much to tell the others of", { retryable: true, retryAfterMs });
    }
  };
  return {
    start: ({ sessionKey, message }, by) => {
      requireShort("a session's key", sessionKey, MAX_SESSION_KEY);
      requireShort("a message", message, MAX_MESSAGE);
      const own = [...active.values()].filter((other) => other.by === by).length;
      if (active.size >= MAX_ACTIVE || own >= MAX_ACTIVE_PER_CLIENT)
        throw new GatewayError("UNAVAILABLE", "too many runs", { retryable: true });
      spend(sizeOfRun({ sessionKey, message }), by);
      const runId = randomUUID();
      const onEnd = (outcome: "done" | "aborted"): void => {
        active.delete(runId);
        if (outcome === "done") sessions.append(sessionKey, spoken(message, now()));
      };
      const run = startRun({ runId, sessionKey, message, hub, now, stepMs, onEnd });
      runs.set(runId, run);
      active.set(runId, { run, by });
      return runId;
    },
    abort: (sessionKey, runId) => {
      const chosen = [...active].filter(([id, { run }]) => run.sessionKey === sessionKey && id === (runId ?? id));
      for (const [, { run }] of chosen) run.end("aborted");
      return chosen.map(([id]) => id);
    },
    wait: async (runId, timeoutMs) => {
      const run = runs.get(runId);
      if (run === undefined) throw new GatewayError("INVALID_REQUEST", `there is no run ${runId}`);
      await within(run.ended, timeoutMs);
      const { startedAt, endedAt } = run;
      return endedAt === undefined
        ? { runId, status: "timeout", startedAt }
        : { runId, status: "ok", startedAt, endedAt };
    },
    stop: () => {
      for (const { run } of active.values()) run.end("aborted");
    },
  };
}

async function within(ended: Promise<void>, milliseconds: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, milliseconds)));
  await Promise.race([ended, late]);
  clearTimeout(timer);
}
