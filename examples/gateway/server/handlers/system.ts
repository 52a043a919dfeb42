import { PROTOCOL_VERSION } from "../../../../generated/gateway/typescript/protocol.js";
import type { Handlers } from "../handler.js";

const ACTIVE_MS = 3_600_000;

/** The gateway itself. */
export const systemHandlers: Pick<Handlers, "health" | "status" | "system.echo" | "wake"> = {
  health: ({ probe = false }, { gateway }) => {
    const { system, now } = gateway;
    if (probe) system.setChannel("loopback", { linked: true, connected: true });
    return { ...system.health(), ts: now(), durationMs: 0 };
  },

  status: (_params, { gateway: { version, now, system, hub, sessions } }) => {
    const known = sessions.list();
    const active = known.filter(({ entry }) => now() - (entry.updatedAt ?? 0) < ACTIVE_MS);
    return {
      version,
      protocol: PROTOCOL_VERSION,
      uptimeMs: now() - system.startedAt,
      connections: hub.size,
      sessions: { total: known.length, active: active.length },
      nextHeartbeatAtMs: null,
    };
  },

  "system.echo": ({ text }) => ({ ok: true, text }),

  wake: ({ text }, { gateway, caller }) => {
    gateway.runs.start({ sessionKey: "main", message: text }, caller);
    return { ok: true };
  },
};
