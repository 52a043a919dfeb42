// The seven workloads: what a gateway sees most, with optional keys that come and go as they do in real traffic.

/** A small generator of random numbers from a seed, so that every run sees the same values. */
function createRandom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function createTools(seed) {
  const random = createRandom(seed);
  const integer = (below) => Math.floor(random() * below);
  return {
    integer,
    pick: (choices) => choices[integer(choices.length)],
    id: () => `${integer(1e9).toString(36)}-${integer(1e9).toString(36)}`,
    maybe: (key, value) => (random() < 0.5 ? { [key]: value } : {}),
  };
}

function connectParams({ integer, id, maybe }) {
  return {
    minProtocol: 1,
    maxProtocol: 1 + integer(4),
    client: { name: "app", version: "1.2.3", platform: "macos 15.1", mode: "ui", ...maybe("instanceId", id()) },
    ...maybe("caps", ["voice", "canvas"]),
    ...maybe("auth", maybe("token", id())),
    ...maybe("locale", "de-DE"),
    ...maybe("userAgent", "app/1.2.3 (macOS)"),
  };
}

function presenceEntry({ integer, id, maybe }) {
  return {
    ...maybe("host", "studio"),
    ...maybe("ip", "10.0.0.2"),
    ...maybe("version", "1.2.3"),
    ...maybe("mode", "ui"),
    ...maybe("lastInputSeconds", integer(1000)),
    ...maybe("reason", "heartbeat"),
    ...maybe("tags", ["a", "b"]),
    ...maybe("text", "Node: studio"),
    ts: 1730000000000 + integer(1e6),
    ...maybe("instanceId", id()),
  };
}

function helloOk(tools) {
  const { integer, id, maybe } = tools;
  return {
    type: "hello-ok",
    protocol: 2,
    server: { version: "dev", connId: id(), ...maybe("commit", "abc123"), ...maybe("host", "studio") },
    features: { methods: ["health", "send", "chat.send", "agent"], events: ["tick", "presence", "chat"] },
    snapshot: {
      presence: Array.from({ length: 20 }, () => presenceEntry(tools)),
      health: { ok: true, heartbeatSeconds: 60 },
      stateVersion: { presence: integer(100), health: integer(100) },
      uptimeMs: integer(1e7),
    },
    policy: { maxPayload: 1048576, maxBufferedBytes: 1048576, tickIntervalMs: 30000 },
  };
}

function cronAddParams({ integer, pick, maybe }) {
  return {
    ...maybe("name", "Morning"),
    ...maybe("enabled", true),
    schedule: pick([
      { kind: "at", atMs: integer(1e9) },
      { kind: "every", everyMs: 60000, ...maybe("anchorMs", integer(1e9)) },
      { kind: "cron", expr: "0 7 * * *", ...maybe("tz", "Europe/Berlin") },
    ]),
    sessionTarget: pick(["main", "isolated"]),
    wakeMode: pick(["next-heartbeat", "now"]),
    payload: pick([
      { kind: "systemEvent", text: "Good morning" },
      {
        kind: "agentTurn",
        message: "Summarise the mail",
        ...maybe("thinking", "low"),
        ...maybe("timeoutSeconds", 1 + integer(600)),
        ...maybe("deliver", true),
        ...maybe("channel", pick(["last", "whatsapp", "telegram"])),
        ...maybe("to", "+49123"),
        ...maybe("bestEffortDeliver", false),
      },
    ]),
    ...maybe("isolation", { ...maybe("postToMain", true), ...maybe("postToMainPrefix", "Cron") }),
  };
}

function chatEvent({ integer, id, pick, maybe }) {
  return {
    runId: id(),
    sessionKey: "main",
    seq: integer(1000),
    state: pick(["delta", "final", "error"]),
    ...maybe("message", { role: "assistant", content: [{ type: "text", text: "Hello there, how are you?" }] }),
    ...maybe("errorMessage", "timeout"),
    ...maybe("usage", { input: integer(100), output: integer(100) }),
    ...maybe("stopReason", "end"),
  };
}

function chatSendParams({ integer, id, maybe }) {
  return {
    sessionKey: "main",
    message: "What is on my calendar today?",
    ...maybe("thinking", "low"),
    ...maybe("deliver", true),
    ...maybe("attachments", [{ type: "image", mimeType: "image/png" }]),
    ...maybe("timeoutMs", integer(60000)),
    idempotencyKey: id(),
  };
}

function gatewayFrame(tools) {
  const { integer, id, pick, maybe } = tools;
  return pick([
    { type: "req", id: id(), method: "chat.send", ...maybe("params", { sessionKey: "main" }) },
    { type: "res", id: id(), ok: true, ...maybe("payload", { ok: true }) },
    { type: "res", id: id(), ok: false, error: { code: "UNAVAILABLE", message: "later", ...maybe("retryable", true) } },
    {
      type: "event",
      event: pick(["tick", "presence", "chat"]),
      ...maybe("payload", { ts: integer(1e9) }),
      ...maybe("seq", integer(1e5)),
      ...maybe("stateVersion", { presence: integer(100), health: integer(100) }),
    },
  ]);
}

function longMessage(tools) {
  return { ...chatSendParams(tools), message: "The quick brown fox jumps over the lazy dog. ".repeat(182) };
}

const UNTYPED = new Set(["health", "usage", "payload", "params", "message", "attachments"]);

/** The deepest object with a scalar that the schemas type, the last one of several: a mistake there is found last. */
function deepest(value, depth = 0) {
  const inner = Object.entries(value).filter(([key, child]) => !UNTYPED.has(key) && typeof child === "object");
  const hasScalar = !Array.isArray(value) && Object.values(value).some((child) => typeof child !== "object");
  const own = hasScalar ? [{ object: value, depth }] : [];
  const all = [...own, ...inner.flatMap(([, child]) => deepest(child, depth + 1))];
  const most = Math.max(...all.map((found) => found.depth));
  return all.filter((found) => found.depth === most).slice(-1);
}

/** A value with a wrong type in its deepest object. */
function withWrongType(value) {
  const [{ object }] = deepest(value);
  const key = Object.keys(object).findLast((name) => typeof object[name] !== "object");
  object[key] = [];
  return value;
}

/** A value with one key too many in its deepest object. */
function withExtraKey(value) {
  const [{ object }] = deepest(value);
  object.sequ = 1;
  return value;
}

/** Name, definition, how many values, how each is made. */
export const workloads = [
  { name: "GatewayFrame", definition: "GatewayFrame", count: 48, make: gatewayFrame },
  { name: "HelloOk, 20 entries", definition: "HelloOk", count: 8, make: helloOk },
  { name: "CronAddParams", definition: "CronAddParams", count: 48, make: cronAddParams },
  { name: "ConnectParams", definition: "ConnectParams", count: 48, make: connectParams },
  { name: "ChatEvent", definition: "ChatEvent", count: 48, make: chatEvent },
  { name: "ChatSendParams", definition: "ChatSendParams", count: 48, make: chatSendParams },
  { name: "8 KB message", definition: "ChatSendParams", count: 16, make: longMessage },
].map(({ name, definition, count, make }) => {
  const tools = createTools(7);
  const texts = Array.from({ length: count }, () => JSON.stringify(make(tools)));
  const parse = () => texts.map((text) => JSON.parse(text));
  return {
    name,
    definition,
    texts,
    varied: parse(),
    single: Array.from({ length: count }, () => JSON.parse(texts[0])),
    wrongType: parse().map(withWrongType),
    extraKey: parse().map(withExtraKey),
  };
});
