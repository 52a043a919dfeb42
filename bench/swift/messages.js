// The messages whose reading and writing is measured: as a gateway sends them, to the apps that today's users have.

const presence = Array.from({ length: 20 }, (_, index) => ({
  host: `machine-${index}.local`,
  ip: `192.168.1.${index}`,
  version: "2026.1.10",
  mode: "ui",
  lastInputSeconds: index * 7,
  reason: "periodic",
  tags: ["a", "b"],
  text: `Node: machine-${index} (192.168.1.${index}) · app 2026.1.10 · last input ${index} s ago · mode ui`,
  ts: 1_730_000_000_000 + index,
  instanceId: `A1B2C3D4-${index}`,
}));

const stateVersion = { presence: 4, health: 9 };

/** By file name. */
export const messages = {
  "hello-ok": {
    type: "res",
    id: "c1",
    ok: true,
    payload: {
      type: "hello-ok",
      protocol: 2,
      server: { version: "dev", connId: "ws-1", host: "gateway" },
      features: {
        methods: ["health", "status", "chat.send", "chat.history", "agent", "send"],
        events: ["tick", "presence", "agent", "chat", "health", "shutdown"],
      },
      snapshot: { presence, health: { ok: true, load: 1.5 }, stateVersion, uptimeMs: 123_456 },
      policy: { maxPayload: 1_048_576, maxBufferedBytes: 1_048_576, tickIntervalMs: 30_000 },
    },
  },
  event: {
    type: "event",
    event: "agent",
    payload: {
      runId: "0f3c-1",
      seq: 12,
      stream: "tool",
      ts: 1_730_000_000_000,
      data: { phase: "start", name: "read", args: { path: "/tmp/notes.txt", limit: 200 } },
    },
    seq: 12,
    stateVersion,
  },
  chat: {
    type: "event",
    event: "chat",
    payload: {
      runId: "0f3c-1",
      sessionKey: "main",
      seq: 12,
      state: "delta",
      message: {
        role: "assistant",
        content: [{ type: "text", text: "Hello there, this is a chat delta with some text in it." }],
        timestamp: 1_730_000_000_000,
      },
    },
    seq: 12,
    stateVersion,
  },
};
