import { EventEmitter, once } from "node:events";
import { describe, expect, it } from "vitest";
import { EVENTS, METHODS } from "../../../generated/gateway/typescript/protocol.js";
import { validateResponse } from "../../../generated/gateway/typescript/validators.js";
import { connectFrame, connectRaw, openRaw } from "./support/raw-client.js";
import { testGateway } from "./support/test-gateway.js";

/** An object with the same values and its keys the other way round, all the way down. */
function reversed(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
}

function named(id: string, instanceId?: string): object {
  const instance = instanceId === undefined ? {} : { instanceId };
  return { client: { id, version: "1", platform: "node", mode: "test", ...instance } };
}

describe("the handshake", () => {
  it("greets a client with methods, events, a snapshot and the policy", async () => {
    const { url } = await testGateway();
    const client = await openRaw(url);
    client.send(connectFrame());
    const { payload } = await client.next();
    expect(validateResponse("connect", payload)).toMatchObject({
      ok: true,
      payload: {
        type: "hello-ok",
        protocol: 3,
        features: { methods: METHODS, events: EVENTS },
        snapshot: { presence: [{ host: "test", reason: "connect" }], stateVersion: { presence: 1, health: 0 } },
        policy: { maxPayload: 1_048_576, maxBufferedBytes: 1_048_576, tickIntervalMs: 30_000 },
      },
    });
  });

  it("is followed by the first tick at once", async () => {
    const { url } = await testGateway();
    const client = await connectRaw(url);
    expect(await client.next()).toMatchObject({ type: "event", event: "tick", seq: 1 });
  });

  it("takes nothing but connect first", async () => {
    const { url } = await testGateway();
    const client = await openRaw(url);
    client.send({ type: "req", id: "h1", method: "health" });
    expect(await client.next()).toMatchObject({ id: "h1", ok: false, error: { code: "INVALID_REQUEST" } });
    expect(await client.closed).toEqual({ code: 1008, reason: "the first request must be connect" });
  });

  it("refuses connect params that do not match, and says why", async () => {
    const { url } = await testGateway();
    const client = await openRaw(url);
    client.send(connectFrame({ minProtocol: "3" }));
    expect((await client.next()).error?.message).toBe("invalid connect params: /minProtocol must be integer");
    expect((await client.closed).code).toBe(1008);
  });

  it.each([
    { minProtocol: 1, maxProtocol: 2, advice: "update the client" },
    { minProtocol: 4, maxProtocol: 9, advice: "update the gateway" },
  ])("refuses versions $minProtocol to $maxProtocol with the versions that it speaks", async (window) => {
    const { minProtocol, maxProtocol, advice } = window;
    const { url } = await testGateway();
    const client = await openRaw(url);
    client.send(connectFrame({ minProtocol, maxProtocol }));
    expect((await client.next()).error).toEqual({
      code: "INVALID_REQUEST",
      message: `protocol mismatch: the gateway speaks version 3, the client ${minProtocol} to ${maxProtocol}; ${advice}`,
      details: { minProtocol: 3, maxProtocol: 3 },
      retryable: false,
    });
    expect(await client.closed).toEqual({ code: 1002, reason: "protocol mismatch" });
  });

  it("wants the token where there is one", async () => {
    const { url } = await testGateway({ token: "secret" });
    for (const auth of [undefined, {}, { token: "" }, { token: "secre" }, { token: "secret2" }]) {
      const client = await openRaw(url);
      client.send(connectFrame({ auth }));
      expect((await client.next()).error?.message).toBe("the token is not the right one");
      expect((await client.closed).code).toBe(1008);
    }
    await connectRaw(url, { auth: { token: "secret" } });
  });

  it("hangs up on who never sends connect", async () => {
    const { url } = await testGateway({ policy: { handshakeTimeoutMs: 20 } });
    const client = await openRaw(url);
    expect(await client.closed).toEqual({ code: 1008, reason: "no connect in time" });
  });

  it("lets no web page in that nobody allowed", async () => {
    const { url } = await testGateway({ allowedOrigins: ["http://localhost:3000"] });
    await expect(openRaw(url, { origin: "https://example.com" })).rejects.toThrow("401");
    await openRaw(url, { origin: "http://localhost:3000" });
  });

  it("takes no more connections than the policy says", async () => {
    const { url } = await testGateway({ policy: { maxConnections: 1 } });
    const first = await connectRaw(url);
    expect(await (await openRaw(url)).closed).toEqual({ code: 1013, reason: "too many connections" });
    expect(await first.call("health")).toMatchObject({ ok: true });
  });

  it("listens on this machine only", async () => {
    const { url } = await testGateway();
    expect(new URL(url).hostname).toBe("127.0.0.1");
  });
});

describe("requests", () => {
  it("answers an unknown method and invalid params with the reason", async () => {
    const { url } = await testGateway();
    const client = await connectRaw(url);
    expect(await client.call("system.ecko", {})).toMatchObject({
      ok: false,
      error: { code: "INVALID_REQUEST", message: expect.stringContaining("system.ecko: ") },
    });
    expect((await client.call("system.echo", { text: "" })).error?.message).toContain("system.echo: /text ");
    expect(await client.call("system.echo", { text: "hi" })).toMatchObject({ payload: { ok: true, text: "hi" } });
  });

  it("is greeted once", async () => {
    const { url } = await testGateway();
    const client = await connectRaw(url);
    client.send(connectFrame());
    expect((await client.response()).error?.message).toBe("connect: this connection is greeted already");
  });

  it("answers a repeated idempotency key with the first result, on another connection too", async () => {
    const { url } = await testGateway();
    const hello = { client: { id: "t", version: "1", platform: "node", mode: "test", instanceId: "one" } };
    const params = { to: "me", message: "hi", idempotencyKey: "k1" };
    const client = await connectRaw(url, hello);
    const first = await client.call("send", params);
    expect(first).toMatchObject({ ok: true });
    expect((await client.call("send", params)).payload).toEqual(first.payload);
    expect((await (await connectRaw(url, hello)).call("send", params)).payload).toEqual(first.payload);
    expect((await (await connectRaw(url)).call("send", params)).payload).not.toEqual(first.payload);
    expect((await client.call("send", { ...params, message: "bye" })).error?.message).toBe(
      "this idempotency key was used for another request",
    );
  });

  it("keeps one client's answers from another that only has the same name", async () => {
    const { url } = await testGateway();
    const params = { to: "me", message: "hi", idempotencyKey: "k1" };
    const clients = [named("cli"), named("cli"), named("cli", "one"), named("app", "one"), named("one")];
    const answers = [];
    for (const client of clients) answers.push((await (await connectRaw(url, client)).call("send", params)).payload);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(clients.length);
  });

  it("takes a request for the same whatever order its keys come in, and for another when a value differs", async () => {
    const client = await connectRaw((await testGateway()).url);
    const params = { a: { b: [1, { c: "x", d: null }], e: {} }, "z,": 1, z: ",1" };
    const invoke = { nodeId: "local", command: "echo", params, idempotencyKey: "k1" };
    const first = await client.call("node.invoke", invoke);
    expect(first).toMatchObject({ ok: true });
    expect((await client.call("node.invoke", reversed(invoke))).payload).toEqual(first.payload);
    for (const other of [
      { ...params, a: { b: [{ c: "x", d: null }, 1], e: {} } },
      { ...params, z: ",2" },
    ]) {
      expect(await client.call("node.invoke", { ...invoke, params: other })).toMatchObject({ ok: false });
    }
  });

  it("runs a request again whose first attempt failed", async () => {
    const gateway = await testGateway();
    const client = await connectRaw(gateway.url);
    const params = { to: "me", message: "hi", channel: "other", idempotencyKey: "k1" };
    expect((await client.call("send", params)).error?.code).toBe("NOT_LINKED");
    gateway.state.system.setChannel("other", { linked: true });
    expect(await client.call("send", params)).toMatchObject({ ok: true, payload: { channel: "other" } });
  });

  it("hides what goes wrong inside, and goes on", async () => {
    const { url } = await testGateway({
      handlers: {
        status: () => {
          throw new Error("a secret path");
        },
      },
    });
    const client = await connectRaw(url);
    expect((await client.call("status")).error).toEqual({
      code: "UNAVAILABLE",
      message: "the gateway could not answer this request",
      retryable: false,
    });
    expect(await client.call("health")).toMatchObject({ ok: true });
  });

  it("takes no more requests at once than the policy says", async () => {
    const { url } = await testGateway({ policy: { maxInFlight: 1 }, stepMs: 1000 });
    const client = await connectRaw(url);
    const { payload } = await client.call("chat.send", { sessionKey: "main", message: "a", idempotencyKey: "k" });
    const { runId } = payload !== null && typeof payload === "object" && "runId" in payload ? payload : { runId: "" };
    client.send({ type: "req", id: "w1", method: "agent.wait", params: { runId } });
    expect(await client.call("agent.wait", { runId })).toMatchObject({ error: { code: "UNAVAILABLE" } });
    expect(await client.call("health")).toMatchObject({ error: { code: "UNAVAILABLE" } });
  });
});

describe("an answer goes out before the events that its call causes", () => {
  const session = { sessionKey: "main", idempotencyKey: "k" };
  const message = "one two";

  it.each([
    { method: "chat.send", params: { ...session, message } },
    { method: "agent", params: { ...session, message } },
    { method: "wake", params: { mode: "now", text: message, idempotencyKey: "k" } },
    { method: "health", params: { probe: true } },
  ])("$method", async ({ method, params }) => {
    const client = await connectRaw((await testGateway({ stepMs: 0 })).url);
    expect(await client.next()).toMatchObject({ event: "tick" });
    client.send({ type: "req", id: "r", method, params });
    expect(await client.next()).toMatchObject({ type: "res", id: "r", ok: true });
    expect(await client.next()).toMatchObject({ type: "event", event: method === "health" ? "health" : "agent" });
  });

  it("chat.abort", async () => {
    const client = await connectRaw((await testGateway({ stepMs: 60_000 })).url);
    await client.call("chat.send", { ...session, message });
    expect(await client.next()).toMatchObject({ event: "agent" });
    client.send({ type: "req", id: "r", method: "chat.abort", params: { sessionKey: "main", idempotencyKey: "l" } });
    expect(await client.next()).toMatchObject({ type: "res", id: "r", ok: true });
    expect(await client.next()).toMatchObject({ event: "chat", payload: { state: "aborted" } });
  });

  it("though it takes its time, or fails; and the events of others do not wait for it", async () => {
    const gate = new EventEmitter();
    const opened = once(gate, "open");
    const gateway = await testGateway({
      handlers: {
        "system.echo": async ({ text }, { gateway: { hub, now } }) => {
          hub.broadcast("tick", { ts: 1 });
          await opened;
          hub.broadcast("tick", { ts: 2 });
          if (text === "fail") throw new Error("it fails");
          setTimeout(() => hub.broadcast("tick", { ts: 3 }), 1);
          return { ok: true, text: `${now() > 0}` };
        },
      },
    });
    const [client, other] = [await connectRaw(gateway.url), await connectRaw(gateway.url)];
    await client.next();
    for (const text of ["slow", "fail"])
      client.send({ type: "req", id: text, method: "system.echo", params: { text } });
    await other.call("chat.send", { ...session, message: "hi" });
    const before = [];
    while (before.at(-1)?.event !== "chat") before.push(await client.next());
    expect(before.filter(({ type, event }) => type === "res" || event === "tick")).toEqual([]);
    gate.emit("open");
    const order: unknown[] = [];
    while (order.length < 7) {
      const frame = await client.next();
      if (frame.type === "res") order.push(`${frame.id} ${frame.ok}`);
      else if (frame.event === "tick") order.push(frame.payload);
    }
    expect(order).toEqual(["slow true", { ts: 1 }, { ts: 2 }, "fail false", { ts: 1 }, { ts: 2 }, { ts: 3 }]);
  });
});
