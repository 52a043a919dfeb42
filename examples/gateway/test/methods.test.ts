import { describe, expect, it } from "vitest";
import { METHODS } from "../../../generated/gateway/typescript/protocol.js";
import { formatErrors, validateEvent, validateResponse } from "../../../generated/gateway/typescript/validators.js";
import { connectRaw, type RawClient } from "./support/raw-client.js";
import { testGateway } from "./support/test-gateway.js";

/** Calls a method, holds its result to the protocol, and gives it. */
async function call(client: RawClient, method: string, params: object = {}): Promise<unknown> {
  called.add(method);
  const { ok, payload, error } = await client.call(method, params);
  expect(error).toBeUndefined();
  expect(ok).toBe(true);
  const valid = validateResponse(method, payload);
  expect(valid.ok ? "" : `${method}: ${formatErrors(valid.errors)}`).toBe("");
  return payload;
}

function textAt(value: unknown, ...keys: readonly string[]): string {
  const found = keys.reduce<unknown>(
    (inner, key) => (typeof inner === "object" && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  );
  return String(found);
}

const called = new Set<string>(["connect"]);

describe("every method answers what the protocol says", () => {
  it("core and messaging", async () => {
    const client = await connectRaw((await testGateway()).url);
    expect(await call(client, "health")).toMatchObject({ ok: true, channels: { loopback: { linked: true } } });
    expect(await call(client, "health", { probe: true })).toMatchObject({ ok: true });
    expect(await call(client, "status")).toMatchObject({ protocol: 3, connections: 1 });
    expect(await call(client, "system.echo", { text: "hi" })).toEqual({ ok: true, text: "hi" });
    expect(await call(client, "wake", { mode: "now", text: "up", idempotencyKey: "1" })).toEqual({ ok: true });
    await call(client, "send", { to: "me", message: "hi", idempotencyKey: "2" });
    await call(client, "poll", { to: "me", question: "?", options: ["a", "b"], idempotencyKey: "3" });
    const run = await call(client, "agent", { message: "work", idempotencyKey: "4" });
    expect(await call(client, "agent.wait", { runId: textAt(run, "runId"), timeoutMs: 0 })).toMatchObject({
      status: "timeout",
    });
    expect(await call(client, "agent.wait", { runId: textAt(run, "runId") })).toMatchObject({ status: "ok" });
  });

  it("chat and sessions", async () => {
    const client = await connectRaw((await testGateway()).url);
    const main = { sessionKey: "main" };
    expect(await call(client, "chat.history", main)).toEqual({ ...main, messages: [] });
    const run = await call(client, "chat.send", { ...main, message: "hi there", idempotencyKey: "1" });
    await call(client, "agent.wait", { runId: textAt(run, "runId") });
    await call(client, "chat.inject", { ...main, message: "by the way", label: "note", idempotencyKey: "2" });
    expect(await call(client, "chat.history", main)).toMatchObject({
      messages: [
        { role: "user", content: [{ text: "hi there" }] },
        { role: "assistant", content: [{ text: "hi there" }] },
        { role: "assistant", content: [{ text: "note\nby the way" }] },
      ],
    });
    expect(await call(client, "chat.history", { ...main, limit: 1 })).toMatchObject({ messages: [{}] });
    expect(await call(client, "chat.abort", { ...main, idempotencyKey: "3" })).toEqual({ aborted: false, runIds: [] });
    await call(client, "sessions.patch", { key: "main", label: "Home", thinkingLevel: "low", idempotencyKey: "4" });
    expect(await call(client, "sessions.list", { search: "Home" })).toMatchObject({
      count: 1,
      sessions: [{ key: "main", label: "Home", thinkingLevel: "low" }],
    });
    const patched = await call(client, "sessions.patch", { key: "main", label: null, idempotencyKey: "5" });
    expect(patched).toMatchObject({ entry: { thinkingLevel: "low" } });
    expect(textAt(patched, "entry", "label")).toBe("undefined");
    expect(await call(client, "sessions.delete", { key: "main", idempotencyKey: "6" })).toMatchObject({
      deleted: true,
    });
    expect(await call(client, "chat.history", main)).toMatchObject({ messages: [] });
  });

  it("nodes", async () => {
    const client = await connectRaw((await testGateway()).url);
    const pairing = await call(client, "node.pair.request", { nodeId: "phone", idempotencyKey: "1" });
    expect(await call(client, "node.pair.request", { nodeId: "phone", idempotencyKey: "2" })).toMatchObject({
      created: false,
    });
    expect(await call(client, "node.pair.list")).toMatchObject({ pending: [{ nodeId: "phone" }], paired: [] });
    const requestId = textAt(pairing, "request", "requestId");
    const approved = await call(client, "node.pair.approve", { requestId, idempotencyKey: "3" });
    const token = textAt(approved, "token");
    expect(await call(client, "node.pair.verify", { nodeId: "phone", token })).toMatchObject({ ok: true });
    expect(await call(client, "node.pair.verify", { nodeId: "phone", token: `${token}x` })).toEqual({ ok: false });
    const second = await call(client, "node.pair.request", { nodeId: "watch", silent: true, idempotencyKey: "4" });
    const rejected = { requestId: textAt(second, "request", "requestId"), idempotencyKey: "5" };
    expect(await call(client, "node.pair.reject", rejected)).toMatchObject({ nodeId: "watch" });
    expect(await call(client, "node.list")).toMatchObject({ nodes: [{ nodeId: "local" }, { nodeId: "phone" }] });
    const echo = { nodeId: "local", command: "echo", params: { deep: [1] }, idempotencyKey: "6" };
    expect(await call(client, "node.invoke", echo)).toMatchObject({ payload: { deep: [1] } });
  });

  it("cron", async () => {
    const client = await connectRaw((await testGateway()).url);
    const job = {
      schedule: { kind: "every", everyMs: 1000 },
      sessionTarget: "main",
      wakeMode: "now",
      payload: { kind: "systemEvent", text: "ring" },
    };
    const added = await call(client, "cron.add", { ...job, idempotencyKey: "1" });
    const id = textAt(added, "job", "id");
    expect(await call(client, "cron.run", { id, idempotencyKey: "2" })).toEqual({ ran: false, reason: "not-due" });
    expect(await call(client, "cron.run", { id, mode: "force", idempotencyKey: "3" })).toMatchObject({ ran: true });
    expect(await call(client, "cron.runs", { id })).toMatchObject({ entries: [{ jobId: id, status: "ok" }] });
    await call(client, "cron.update", { id, patch: { enabled: false }, idempotencyKey: "4" });
    expect(await call(client, "cron.list")).toEqual({ jobs: [] });
    expect(await call(client, "cron.list", { includeDisabled: true })).toMatchObject({ jobs: [{ id }] });
    expect(await call(client, "cron.status")).toEqual({ enabled: false, jobs: 1, nextWakeAtMs: null });
    expect(await call(client, "cron.remove", { id, idempotencyKey: "5" })).toEqual({ removed: true });
  });

  it("leaves no method out", () => {
    expect([...called].toSorted()).toEqual([...METHODS].toSorted());
  });
});

describe("events", () => {
  it("are what the protocol says, numbered without a gap, with the state's version where it changes", async () => {
    const gateway = await testGateway({ policy: { tickIntervalMs: 100 } });
    const client = await connectRaw(gateway.url);
    client.send({ type: "req", id: "1", method: "health", params: { probe: true } });
    const params = { sessionKey: "main", message: "one two", idempotencyKey: "1" };
    client.send({ type: "req", id: "2", method: "chat.send", params });
    await connectRaw(gateway.url);
    const seen = new Set<string | undefined>();
    for (let seq = 1; seen.size < 5;) {
      const frame = await client.next();
      if (frame.type !== "event") continue;
      expect(frame.seq).toBe(seq);
      expect(validateEvent(frame.event ?? "", frame.payload)).toMatchObject({ ok: true });
      expect(frame.stateVersion !== undefined).toBe(frame.event === "presence" || frame.event === "health");
      seen.add(frame.event);
      seq += 1;
    }
    expect([...seen].toSorted()).toEqual(["agent", "chat", "health", "presence", "tick"]);
  });

  it("tell of an aborted run", async () => {
    const client = await connectRaw((await testGateway({ stepMs: 1000 })).url);
    const session = { sessionKey: "main" };
    await call(client, "chat.send", { ...session, message: "a b", idempotencyKey: "1" });
    expect(await call(client, "chat.abort", { ...session, idempotencyKey: "2" })).toMatchObject({ aborted: true });
    expect(await client.next()).toMatchObject({ event: "chat", payload: { state: "aborted" } });
    expect(await client.next()).toMatchObject({ event: "agent", payload: { data: { phase: "end" } } });
  });

  it.each([
    { shutdown: { reason: "update", restartExpectedMs: 100 }, code: 1012 },
    { shutdown: { reason: "over" }, code: 1001 },
  ])("end with shutdown and close code $code", async ({ shutdown, code }) => {
    const gateway = await testGateway();
    const client = await connectRaw(gateway.url);
    expect(await client.next()).toMatchObject({ event: "tick" });
    await gateway.close(shutdown);
    expect(await client.next()).toMatchObject({ type: "event", event: "shutdown", payload: shutdown });
    expect((await client.closed).code).toBe(code);
  });
});
