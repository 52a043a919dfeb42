import { once } from "node:events";
import { describe, expect, it, onTestFinished } from "vitest";
import { type WebSocket, WebSocketServer } from "ws";
import type { HelloOk } from "../../../generated/gateway/typescript/types.js";
import { startGateway } from "../server/start-gateway.js";
import { testClient } from "./support/test-client.js";
import { testGateway } from "./support/test-gateway.js";

const hello: HelloOk = {
  type: "hello-ok",
  protocol: 3,
  server: { version: "1", connId: "1" },
  features: { methods: [], events: [] },
  snapshot: { presence: [], health: {}, stateVersion: { presence: 0, health: 0 }, uptimeMs: 0 },
  policy: { maxPayload: 1, maxBufferedBytes: 1, tickIntervalMs: 10_000 },
};

/** A server that greets everyone and then does what the test says. */
async function scripted(script: (socket: WebSocket, text: string) => void): Promise<string> {
  const server = new WebSocketServer({ host: "127.0.0.1", port: 0 });
  onTestFinished(() => {
    for (const socket of server.clients) socket.terminate();
    server.close();
  });
  server.on("connection", (socket) => {
    socket.once("message", () => {
      socket.send(JSON.stringify({ type: "res", id: "connect", ok: true, payload: hello }));
      socket.on("message", (data) => script(socket, String(data)));
    });
  });
  await once(server, "listening");
  const address = server.address();
  return `ws://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
}

function idOf(text: string): string {
  const frame: { readonly id: string } = JSON.parse(text);
  return frame.id;
}

describe("the Node client", () => {
  it("calls methods and hears events, typed", async () => {
    const { url } = await testGateway({ policy: { tickIntervalMs: 100 } });
    const client = testClient({ url });
    const ticked = new Promise<number>((resolve) => client.on("tick", ({ ts }) => resolve(ts)));
    const { protocol } = await client.connect();
    expect(protocol).toBe(3);
    const { text } = await client.request("system.echo", { text: "hi" });
    expect(text).toBe("hi");
    expect((await client.request("health", {})).ok).toBe(true);
    expect(await ticked).toBeGreaterThan(0);
  });

  it("rejects with the gateway's reason", async () => {
    const client = testClient({ url: (await testGateway()).url });
    await client.connect();
    await expect(client.request("system.echo", { text: "" })).rejects.toMatchObject({
      kind: "refused",
      shape: { code: "INVALID_REQUEST" },
    });
  });

  it("does not try again where it is refused", async () => {
    const client = testClient({ url: (await testGateway({ token: "secret" })).url });
    await expect(client.connect()).rejects.toMatchObject({ kind: "refused" });
    await expect(client.request("health", {})).rejects.toMatchObject({ kind: "lost" });
  });

  it("comes back when the gateway does, and sends again what can be repeated", async () => {
    const first = await startGateway({ stepMs: 1000 });
    const reasons: string[] = [];
    const client = testClient({ url: first.url, onLost: (reason) => reasons.push(reason) });
    await client.connect();
    const { runId } = await client.request("agent", { message: "work", idempotencyKey: "1" });
    await first.close({ reason: "update", restartExpectedMs: 1 });
    const waiting = client.request("send", { to: "me", message: "hi", idempotencyKey: "2" });
    await testGateway({ port: first.port });
    expect((await waiting).channel).toBe("loopback");
    expect(reasons[0]).toBe("the gateway closed the connection (1012) the gateway stops");
    await expect(client.request("agent.wait", { runId })).rejects.toMatchObject({ kind: "refused" });
  });

  it("asks for a fresh snapshot when events were lost", async () => {
    const url = await scripted((socket, text) => {
      for (const seq of [1, 2, 4])
        socket.send(JSON.stringify({ type: "event", event: "tick", payload: { ts: seq }, seq }));
      socket.send(JSON.stringify({ type: "res", id: idOf(text), ok: true, payload: { ok: true } }));
    });
    const ticks: number[] = [];
    const lost: string[] = [];
    const greetings: HelloOk[] = [];
    const greeted = new Promise<void>((resolve) => {
      const client = testClient({
        url,
        onLost: (reason) => lost.push(reason),
        onHello: (greeting) => {
          if (greetings.push(greeting) === 2) resolve();
          else void client.request("status", {}).catch((failure: Error) => lost.push(failure.message));
        },
      });
      client.on("tick", ({ ts }) => ticks.push(ts));
      void client.connect();
    });
    await greeted;
    expect(ticks).toEqual([1, 2]);
    expect(lost).toEqual(["events were lost", "events were lost"]);
    expect(greetings).toEqual([hello, hello]);
  });

  it("uses nothing that is not valid", async () => {
    const url = await scripted((socket, text) => {
      socket.send("not JSON");
      socket.send(JSON.stringify({ type: "event", event: "tick", payload: { ts: "now" } }));
      socket.send(JSON.stringify({ type: "res", id: idOf(text), ok: true, payload: { ok: "yes" } }));
    });
    const unknown: unknown[] = [];
    const client = testClient({ url, onUnknown: (frame, reason) => unknown.push([frame, reason]) });
    client.on("tick", () => unknown.push("delivered"));
    await client.connect();
    await expect(client.request("health", {})).rejects.toThrow("health: /ok must be boolean");
    expect(unknown).toEqual([
      ["not JSON", expect.stringContaining("must be JSON")],
      [{ type: "event", event: "tick", payload: { ts: "now" } }, "/payload/ts must be integer"],
    ]);
  });

  it("notices a gateway that has gone quiet", async () => {
    const quiet = new WebSocketServer({ host: "127.0.0.1", port: 0 });
    onTestFinished(() => quiet.close());
    quiet.on("connection", (socket) =>
      socket.on("message", () => {
        const payload = { ...hello, policy: { ...hello.policy, tickIntervalMs: 5 } };
        socket.send(JSON.stringify({ type: "res", id: "connect", ok: true, payload }));
      }),
    );
    await once(quiet, "listening");
    const address = quiet.address();
    const url = `ws://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
    const reason = await new Promise<string>((onLost) => void testClient({ url, onLost }).connect());
    expect(reason).toBe("heard nothing for two ticks");
  });
});
