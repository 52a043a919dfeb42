import { randomUUID } from "node:crypto";
import type {
  CronAddParams,
  CronJob,
  CronJobPatch,
  CronRunLogEntry,
} from "../../../../generated/gateway/typescript/types.js";
import { BoundedMap } from "../bounded-map.js";
import { GatewayError } from "../gateway-error.js";
import { requireShort } from "../require-short.js";

const JOBS = { entries: 256, characters: 512 * 1024 };
const LOG = { entries: 1000, characters: 512 * 1024 };
const MAX_JOB = 16 * 1024;

/** Jobs and what became of them. Nothing runs on its own here: `cron.status` says that the clock is off. */
export interface CronJobs {
  list(): readonly CronJob[];
  /** Newest last. */
  log(): readonly CronRunLogEntry[];
  /** Throws a `GatewayError` where the job is too long, as `update` does. */
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
  const jobs = new BoundedMap<CronJob>(JOBS);
  const log = new BoundedMap<CronRunLogEntry>(LOG);

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
      requireShort("a job", asked, MAX_JOB);
      const ts = now();
      return keep({ id: randomUUID(), enabled: true, ...asked, createdAtMs: ts, updatedAtMs: ts, state: {} });
    },
    update: (id, patch) => {
      const changed = { ...get(id), ...patch, updatedAtMs: now() };
      requireShort("a job", changed, MAX_JOB);
      return keep(changed);
    },
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
