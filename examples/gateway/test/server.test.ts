import { describe, expect, it } from "vitest";
import { EVENTS, METHODS } from "../../../generated/gateway/typescript/protocol.js";
import { validateResponse } from "../../../generated/gateway/typescript/validators.js";
import { connectFrame, connectRaw, openRaw } from "./support/raw-client.js";
import { testGateway } from "./support/test-gateway.js";

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
