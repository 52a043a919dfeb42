import type {
  ChannelHealth,
  HealthEvent,
  PresenceEntry,
  Snapshot,
  StateVersion,
} from "../../../../generated/gateway/typescript/types.js";
import type { Caller } from "../connection.js";
import type { Hub } from "../hub.js";
import { createAnnouncement } from "./announcement.js";

/** Who is there, and how the channels are doing. Every change is broadcast with the version that it made. */
export interface SystemState {
  readonly startedAt: number;
  snapshot(): Snapshot;
  version(): StateVersion;
  health(): HealthEvent;
  channel(name: string): ChannelHealth | undefined;
  setChannel(name: string, health: ChannelHealth): void;
  join(caller: Caller): void;
  leave(caller: Caller): void;
}

/** Makes the state of a gateway with one channel, `loopback`, which is linked. */
export function createSystemState(hub: Hub, now: () => number): SystemState {
  const startedAt = now();
  const present = new Map<Caller, PresenceEntry>();
  const channels = new Map<string, ChannelHealth>([["loopback", { linked: true, connected: true }]]);
  const versions = { presence: 0, health: 0 };
  const presence = (): PresenceEntry[] => [...present.values()];
  const version = (): StateVersion => ({ ...versions });
  const health = (): HealthEvent => ({
    ok: [...channels.values()].every(({ linked }) => linked),
    ts: now(),
    channels: Object.fromEntries(channels),
  });
  const changedBy = new Set<Caller>();
  const tellPresence = createAnnouncement(() => {
    const [only] = changedBy;
    const but = only !== undefined && changedBy.size === 1 ? { except: only } : {};
    changedBy.clear();
    return hub.broadcast("presence", { presence: presence() }, { stateVersion: version(), ...but });
  });
  const tellHealth = createAnnouncement(() => hub.broadcast("health", health(), { stateVersion: version() }));
  const presenceChanged = (by: Caller): void => {
    versions.presence += 1;
    changedBy.add(by);
    tellPresence();
  };
  return {
    startedAt,
    version,
    health,
    snapshot: () => ({
      presence: presence(),
      health: health(),
      stateVersion: version(),
      uptimeMs: now() - startedAt,
    }),
    channel: (name) => channels.get(name),
    setChannel: (name, value) => {
      channels.set(name, value);
      versions.health += 1;
      tellHealth();
    },
    join: (caller) => {
      present.set(caller, presenceEntry(caller, now()));
      presenceChanged(caller);
    },
    leave: (caller) => {
      if (present.delete(caller)) presenceChanged(caller);
    },
  };
}

function presenceEntry({ hello: { client } }: Caller, ts: number): PresenceEntry {
  const { displayName, id, version, platform, mode, instanceId } = client;
  const entry: PresenceEntry = { host: displayName ?? id, version, platform, mode, reason: "connect", ts };
  return instanceId === undefined || instanceId === "" ? entry : { ...entry, instanceId };
}
