import type { SessionEntry, SessionsPatchParams } from "../../../../generated/gateway/typescript/types.js";
import type { Handlers } from "../handler.js";

const MINUTE_MS = 60_000;

/** The settings of conversations. */
export const sessionsHandlers: Pick<Handlers, "sessions.list" | "sessions.patch" | "sessions.delete"> = {
  "sessions.list": ({ limit, activeMinutes, includeGlobal = true, search }, { gateway: { sessions, now } }) => {
    const since = activeMinutes === undefined ? 0 : now() - activeMinutes * MINUTE_MS;
    const found = sessions
      .list()
      .map(({ entry }) => entry)
      .filter(({ key, kind, label, updatedAt }) => {
        const matches = search === undefined || key.includes(search) || (label ?? "").includes(search);
        return matches && (updatedAt ?? 0) >= since && (includeGlobal || kind !== "global");
      });
    return {
      ts: now(),
      count: found.length,
      defaults: { model: null, contextTokens: null },
      sessions: found.slice(0, limit),
    };
  },

  "sessions.patch": (params, { gateway: { sessions } }) => ({
    entry: sessions.update(params.key, (entry) => patched(entry, params)),
  }),

  "sessions.delete": ({ key }, { gateway: { sessions } }) => ({ key, deleted: sessions.remove(key), archived: [] }),
};

/** An absent key leaves a setting as it is; null takes it away. */
function patched(entry: SessionEntry, { label, thinkingLevel, sendPolicy, model }: SessionsPatchParams): SessionEntry {
  const next = { ...entry };
  if (label === null) delete next.label;
  else if (label !== undefined) next.label = label;
  if (thinkingLevel === null) delete next.thinkingLevel;
  else if (thinkingLevel !== undefined) next.thinkingLevel = thinkingLevel;
  if (sendPolicy === null) delete next.sendPolicy;
  else if (sendPolicy !== undefined) next.sendPolicy = sendPolicy;
  if (model === null) delete next.model;
  else if (model !== undefined) next.model = model;
  return next;
}
