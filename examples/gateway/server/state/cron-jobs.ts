import { randomUUID } from "node:crypto";
import type {
  CronAddParams,
  CronJob,
  CronJobPatch,
  CronRunLogEntry,
} from "../../../../generated/gateway/typescript/types.js";
import { BoundedMap } from "../bounded-map.js";
import { GatewayError } from "../gateway-error.js";

const MAX_JOBS = 256;
const MAX_LOG = 1000;

/** Jobs and what became of them. Nothing runs on its own here: `cron.status` says that the clock is off. */
export interface CronJobs {
  list(): readonly CronJob[];
  /** Newest last. */
  log(): readonly CronRunLogEntry[];
  add(params: CronAddParams): CronJob;
  /** Throws a `GatewayError` where there is no such job, as `run` does. */
  update(id: string, patch: CronJobPatch): CronJob;
  remove(id: string): boolean;
  get(id: string): CronJob;
  /** Runs a job now and gives the run's id. */
  run(id: string): string;
}

/** Makes a gateway's jobs: none. */
export function createCronJobs(now: () => number): CronJobs {
  const jobs = new BoundedMap<string, CronJob>(MAX_JOBS);
  const log = new BoundedMap<string, CronRunLogEntry>(MAX_LOG);

  const get = (id: string): CronJob => {
    const job = jobs.get(id);
    if (job === undefined) throw new GatewayError("INVALID_REQUEST", `there is no job ${id}`);
    return job;
  };
  const keep = (job: CronJob): CronJob => {
    jobs.set(job.id, job);
    return job;
  };

  return {
    list: () => jobs.values(),
    log: () => log.values(),
    get,
    add: ({ idempotencyKey: _key, ...asked }) => {
      const ts = now();
      return keep({ id: randomUUID(), enabled: true, ...asked, createdAtMs: ts, updatedAtMs: ts, state: {} });
    },
    update: (id, patch) => keep({ ...get(id), ...patch, updatedAtMs: now() }),
    remove: (id) => jobs.delete(id),
    run: (id) => {
      const job = get(id);
      const runId = randomUUID();
      const ts = now();
      log.set(runId, { ts, jobId: id, action: "finished", status: "ok", runAtMs: ts, durationMs: 0 });
      keep({ ...job, state: { ...job.state, lastRunAtMs: ts, lastStatus: "ok", lastDurationMs: 0 } });
      return runId;
    },
  };
}
