import { once } from "node:events";
import type { Socket } from "node:net";
import { deflateRawSync } from "node:zlib";
import { describe, expect, it, onTestFinished } from "vitest";
import { connectFrame, connectRaw, openRaw, type RawClient, type RawMessage } from "./support/raw-client.js";
import { FrameHead, frameOf, heard, openSocket, upgradeRequest } from "./support/raw-socket.js";
import { testClient } from "./support/test-client.js";
import { testGateway } from "./support/test-gateway.js";

const CLIENT = { id: "test", version: "1", platform: "node", mode: "test" };

/** So many sockets that say this much and then nothing, and answer nothing. They are closed when the test ends. */
async function silentSockets(url: string, count: number, text: string): Promise<readonly Socket[]> {
  const sockets = await Promise.all(Array.from({ length: count }, () => openSocket(url, text)));
  onTestFinished(() => sockets.forEach((socket) => socket.destroy()));
  for (const socket of sockets) socket.resume();
  return sockets;
}

async function closedIn(sockets: readonly Socket[]): Promise<number> {
  const start = performance.now();
  await Promise.all(sockets.map((socket) => (socket.destroyed ? undefined : heard(socket))));
  return performance.now() - start;
}

/** What comes until the response with this id, that included. */
async function until(client: RawClient, id: string): Promise<readonly RawMessage[]> {
  const messages: RawMessage[] = [];
  while (messages.at(-1)?.id !== id) messages.push(await client.next());
  return messages;
}

function chat(key: string, message: string): object {
  return { sessionKey: "main", message, idempotencyKey: key };
}

function job(text: string, turn: number): object {
  return {
    schedule: { kind: "every", everyMs: 1000 },
    sessionTarget: "main",
    wakeMode: "now",
    payload: { kind: "systemEvent", text },
    idempotencyKey: `${turn}`,
  };
}

/** JSON text of arrays in each other. */
function deep(depth: number): string {
  return `${"[".repeat(depth)}${"]".repeat(depth)}`;
}

function request(method: string, params: string): string {
  return `{"type":"req","id":"d","method":"${method}","params":${params}}`;
}

function echo(params: unknown, idempotencyKey: string): object {
  return { nodeId: "local", command: "echo", params, idempotencyKey };
}

describe("peers that never say who they are", () => {
  const phases = [
    { phase: "not a byte", text: () => "" },
    { phase: "half a request", text: (url: string) => upgradeRequest(url).slice(0, -4) },
    { phase: "no connect", text: upgradeRequest },
  ];

  it.each(phases)("are cut off in time, though they answer nothing: $phase", async ({ text }) => {
    const { url } = await testGateway({ policy: { upgradeTimeoutMs: 200, handshakeTimeoutMs: 200 } });
    expect(await closedIn(await silentSockets(url, 20, text(url)))).toBeLessThan(5000);
  });

  it.each(phases)("keep nobody out in the meantime, however many they are: $phase", async ({ text }) => {
    const { url } = await testGateway({ policy: { maxWaiting: 10, maxConnections: 10 } });
    const sockets = await silentSockets(url, 50, text(url));
    expect(await (await connectRaw(url)).call("health")).toMatchObject({ ok: true });
    await closedIn(sockets.slice(0, 40));
    await expect.poll(() => sockets.filter((socket) => !socket.destroyed).length).toBeLessThanOrEqual(10);
  });

  it("are not counted when they were refused", async () => {
    const { url } = await testGateway({ policy: { maxConnections: 1, closeTimeoutMs: 60_000 } });
    const first = await connectRaw(url);
    await silentSockets(url, 20, upgradeRequest(url));
    first.socket.terminate();
    await expect
      .poll(async () => {
        const next = await openRaw(url);
        next.send(connectFrame());
        return Promise.race([next.closed.then(({ code }) => code), next.next().then(({ ok }) => ok)]);
      })
      .toBe(true);
  });

  it("are gone a moment after they were refused", async () => {
    const { url } = await testGateway({ policy: { maxConnections: 0, closeTimeoutMs: 100 } });
    expect(await closedIn(await silentSockets(url, 20, upgradeRequest(url)))).toBeLessThan(5000);
  });

  it("send no more than a connect takes", async () => {
    const { url } = await testGateway({ policy: { maxConnectBytes: 10_000 } });
    const client = await openRaw(url);
    client.send(connectFrame({ client: { ...CLIENT, displayName: "x".repeat(20_000) } }));
    expect(await client.closed).toEqual({ code: 1009, reason: "connect takes more than 10000 bytes" });
  });

  it("find no place where the clients are as many as the policy says, and may try again", async () => {
    const { url } = await testGateway({ policy: { maxConnections: 1 } });
    const clients = await Promise.all([openRaw(url), openRaw(url)]);
    for (const client of clients) client.send(connectFrame());
    const answers = await Promise.all(clients.map((client) => client.next()));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)?.error).toMatchObject({ code: "UNAVAILABLE", retryable: true });
  });
});

describe("what a client makes the others receive", () => {
  it.each(["displayName", "id", "version", "platform", "mode", "instanceId"])("has short names: %s", async (name) => {
    const { url } = await testGateway();
    const client = await openRaw(url);
    client.send(connectFrame({ client: { ...CLIENT, [name]: "x".repeat(129) } }));
    expect((await client.next()).error).toEqual({
      code: "INVALID_REQUEST",
      message: `client.${name} may have at most 128 characters`,
      retryable: false,
    });
    expect((await client.closed).code).toBe(1008);
    await connectRaw(url, { client: { ...CLIENT, [name]: "x".repeat(128) } });
  });

  it.each(["chat.send", "agent", "wake"])("has short messages: %s", async (method) => {
    const client = await connectRaw((await testGateway()).url);
    const text = "x".repeat(40_000);
    const params = {
      "chat.send": chat("1", text),
      agent: { message: text, idempotencyKey: "1" },
      wake: { mode: "now", text, idempotencyKey: "1" },
    };
    expect((await client.call(method, Object.entries(params).find(([name]) => name === method)?.[1])).error).toEqual({
      code: "INVALID_REQUEST",
      message: "a message may have at most 32768 characters of JSON",
      retryable: false,
    });
  });

  it("is so much per second; then it has to wait, and the others do not", async () => {
    const { url } = await testGateway({ policy: { eventsPerSecond: 20_000, tickIntervalMs: 60_000 } });
    const [loud, other] = [await connectRaw(url), await connectRaw(url)];
    const answers: RawMessage[] = [];
    for (let turn = 0; turn < 100; turn += 1)
      answers.push(await loud.call("chat.send", chat(`${turn}`, "x".repeat(3000))));
    const refused = answers.filter(({ ok }) => !ok);
    expect(refused.length).toBeGreaterThan(50);
    expect(refused[0]?.error).toMatchObject({ code: "UNAVAILABLE", retryable: true });
    expect(refused[0]?.error).toHaveProperty("retryAfterMs");
    expect(await other.call("chat.send", chat("1", "hi"))).toMatchObject({ ok: true });
  });

  it("is one event for many changes of health", async () => {
    const client = await connectRaw((await testGateway()).url);
    for (let turn = 0; turn < 200; turn += 1)
      client.send({ type: "req", id: `${turn}`, method: "health", params: { probe: true } });
    client.send({ type: "req", id: "last", method: "health" });
    const events = (await until(client, "last")).filter(({ event }) => event === "health");
    expect(events.length).toBeLessThan(50);
    await expect.poll(async () => (await client.next()).stateVersion).toMatchObject({ health: 200 });
  });

  it("is no list that one client has filled", async () => {
    const client = await connectRaw((await testGateway()).url);
    expect(await client.call("cron.add", job("x".repeat(20_000), 0))).toMatchObject({
      error: { code: "INVALID_REQUEST", message: "a job may have at most 16384 characters of JSON" },
    });
    for (let turn = 1; turn <= 60; turn += 1)
      expect(await client.call("cron.add", job("x".repeat(15_000), turn))).toMatchObject({ ok: true });
    const { payload } = await client.call("cron.list");
    expect(JSON.stringify(payload).length).toBeLessThan(600_000);
    for (const [method, params] of [
      ["node.pair.request", { nodeId: "x".repeat(9000) }],
      ["sessions.patch", { key: "x".repeat(9000) }],
      ["chat.inject", { sessionKey: "x".repeat(2000), message: "hi" }],
      ["chat.inject", { sessionKey: "main", message: "x".repeat(70_000) }],
    ] as const) {
      expect(await client.call(method, { ...params, idempotencyKey: "k" })).toMatchObject({
        error: { code: "INVALID_REQUEST", message: expect.stringContaining("characters of JSON") },
      });
    }
  });
});

describe("the client's faults", () => {
  it.each([128, 5000, 100_000])("are called so: %i arrays in each other", async (depth) => {
    const { url } = await testGateway();
    const client = await connectRaw(url);
    const invoke = `{"nodeId":"local","command":"echo","idempotencyKey":"k","params":${deep(depth)}}`;
    for (const text of [request("node.invoke", invoke), request("system.echo", deep(depth))]) {
      client.send(text);
      expect((await client.response()).error).toMatchObject({
        code: "INVALID_REQUEST",
        message: "the value must not be nested deeper than 128",
        retryable: false,
      });
    }
  });

  it("are none where the depth is within the limit, or stands in a text", async () => {
    const client = await connectRaw((await testGateway()).url);
    expect(await client.call("node.invoke", echo(JSON.parse(deep(126)), "1"))).toMatchObject({ ok: true });
    expect(await client.call("node.invoke", echo(`"\\"[${"[".repeat(1000)}`, "2"))).toMatchObject({ ok: true });
  });

  it.each([
    { text: "hi", ["x".repeat(100_000)]: 1 },
    { text: "hi", ...Object.fromEntries(Array.from({ length: 20_000 }, (_unused, key) => [`key${key}`, key])) },
  ])("are told of in few words", async (params) => {
    const client = await connectRaw((await testGateway()).url);
    const { error } = await client.call("system.echo", params);
    expect(error).toMatchObject({ code: "INVALID_REQUEST", message: expect.stringContaining("additional property") });
    expect(JSON.stringify(error).length).toBeLessThan(12_000);
  });

  it("are compressed frames, which nobody offered to read", async () => {
    const { url } = await testGateway();
    const socket = await openSocket(url, upgradeRequest(url));
    onTestFinished(() => void socket.destroy());
    const [answer]: unknown[] = await once(socket, "data");
    expect(String(answer)).toMatch(/^HTTP\/1\.1 101 /u);
    expect(String(answer)).not.toMatch(/permessage-deflate/iu);
    socket.write(frameOf(FrameHead.compressedText, deflateRawSync(Buffer.alloc(50_000_000))));
    const [close]: unknown[] = await once(socket, "data");
    expect(Buffer.isBuffer(close) && close.readUInt16BE(2)).toBe(1002);
  });
});

describe("a client that reads nothing", () => {
  it("is cut off for answers to pings too", async () => {
    const gateway = await testGateway({ policy: { maxBufferedBytes: 10_000 } });
    const socket = await openSocket(gateway.url, upgradeRequest(gateway.url));
    onTestFinished(() => void socket.destroy());
    socket.write(frameOf(FrameHead.text, Buffer.from(JSON.stringify(connectFrame()))));
    await expect.poll(() => gateway.state.hub.size).toBe(1);
    const pings = Buffer.concat(Array.from({ length: 1000 }, () => frameOf(FrameHead.ping, Buffer.alloc(100))));
    const pinging = setInterval(() => socket.writableLength < pings.length && socket.write(pings), 1);
    onTestFinished(() => clearInterval(pinging));
    await expect.poll(() => gateway.state.hub.size, { timeout: 60_000 }).toBe(0);
  });

  it("is cut off first where all of them together are behind by too much", async () => {
    const policy = { maxBufferedBytes: 100_000_000, maxBufferedTotal: 3_000_000 };
    const gateway = await testGateway({ policy });
    const [idle, reader] = [await connectRaw(gateway.url), testClient({ url: gateway.url })];
    await reader.connect();
    idle.socket.pause();
    const text = "x".repeat(500_000);
    for (let turn = 0; turn < 40; turn += 1) {
      idle.send({ type: "req", id: "i", method: "system.echo", params: { text } });
      expect(await reader.request("system.echo", { text: "still here" })).toMatchObject({ ok: true });
    }
    await expect.poll(() => gateway.state.hub.size, { timeout: 60_000 }).toBe(1);
  });
});
