import { randomUUID } from "node:crypto";
import type { AgentWaitResult } from "../../../../generated/gateway/typescript/types.js";
import { BoundedMap } from "../bounded-map.js";
import { GatewayError } from "../gateway-error.js";
import type { Hub } from "../hub.js";
import { type Prompt, type Run, spoken, startRun } from "./run.js";
import type { Sessions } from "./sessions.js";

const MAX_RUNS = 1000;
const MAX_ACTIVE = 64;

/** The agent: what it works on, and what it has done. */
export interface Runs {
  /** Gives the run's id. Throws a `GatewayError` where too many runs are under way. */
  start(prompt: Prompt): string;
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
}

/** Makes the agent. */
export function createRuns({ hub, sessions, now, stepMs }: RunsOptions): Runs {
  const runs = new BoundedMap<string, Run>(MAX_RUNS);
  const active = new Map<string, Run>();
  return {
    start: ({ sessionKey, message }) => {
      if (active.size >= MAX_ACTIVE) throw new GatewayError("UNAVAILABLE", "too many runs", { retryable: true });
      const runId = randomUUID();
      const onEnd = (outcome: "done" | "aborted"): void => {
        active.delete(runId);
        if (outcome === "done") sessions.append(sessionKey, spoken(message, now()));
      };
      const run = startRun({ runId, sessionKey, message, hub, now, stepMs, onEnd });
      runs.set(runId, run);
      active.set(runId, run);
      return runId;
    },
    abort: (sessionKey, runId) => {
      const chosen = [...active].filter(([id, run]) => run.sessionKey === sessionKey && id === (runId ?? id));
      for (const [, run] of chosen) run.end("aborted");
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
      for (const run of active.values()) run.end("aborted");
    },
  };
}

async function within(ended: Promise<void>, milliseconds: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, milliseconds)));
  await Promise.race([ended, late]);
  clearTimeout(timer);
}
