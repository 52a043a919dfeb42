import type { HandledMethod, Handlers } from "../handler.js";

const DEFAULT_LIMIT = 100;

/** Jobs that run at their time. */
export const cronHandlers: Pick<Handlers, Extract<HandledMethod, `cron.${string}`>> = {
  "cron.list": ({ includeDisabled = false }, { gateway: { cron } }) => ({
    jobs: cron.list().filter(({ enabled }) => enabled || includeDisabled),
  }),

  "cron.status": (_params, { gateway: { cron } }) => ({
    enabled: false,
    jobs: cron.list().length,
    nextWakeAtMs: null,
  }),

  "cron.add": (params, { gateway: { cron } }) => ({ job: cron.add(params) }),

  "cron.update": ({ id, patch }, { gateway: { cron } }) => ({ job: cron.update(id, patch) }),

  "cron.remove": ({ id }, { gateway: { cron } }) => ({ removed: cron.remove(id) }),

  "cron.run": ({ id, mode = "due" }, { gateway: { cron } }) => {
    if (!cron.get(id).enabled) return { ran: false, reason: "disabled" };
    return mode === "due" ? { ran: false, reason: "not-due" } : { ran: true, runId: cron.run(id) };
  },

  "cron.runs": ({ id, limit = DEFAULT_LIMIT }, { gateway: { cron } }) => ({
    entries: cron
      .log()
      .filter(({ jobId }) => jobId === (id ?? jobId))
      .slice(-limit),
  }),
};
