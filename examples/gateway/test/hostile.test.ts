import { readFileSync } from "node:fs";
import { connect } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { METHODS } from "../../../generated/gateway/typescript/protocol.js";
import { createRandom } from "../../../src/instances/random.js";
import type { GatewayClient } from "../client/gateway-client.js";
import { createAttacker, type Fate } from "./support/attacker.js";
import { createHostileMessages } from "./support/hostile-messages.js";
import { connectFrame, connectRaw, openRaw } from "./support/raw-client.js";
import { type GatewayProcess, startGatewayProcess } from "./support/start-gateway-process.js";
import { testClient } from "./support/test-client.js";

const MAX_PAYLOAD = 64 * 1024;
const WARM_UP = 1000;
const MESSAGES = 10_000;
const ATTACKERS = 8;
/** What compiled code and filled buffers may still take after the warm-up. */
const TOLERANCE = 4 * 1024 * 1024;

const document: { readonly definitions: Record<string, never> } = JSON.parse(
  readFileSync(new URL("../../../generated/gateway/protocol.schema.json", import.meta.url), "utf8"),
);

const messagesOf = createHostileMessages({ document, methods: METHODS, maxPayload: MAX_PAYLOAD });
const running: GatewayProcess[] = [];
afterEach(async () => {
  for (const gateway of running.splice(0)) await gateway.stop();
});

async function start(policy: object): Promise<GatewayProcess> {
  const gateway = await startGatewayProcess({ policy: { maxPayload: MAX_PAYLOAD, ...policy } });
  running.push(gateway);
  return gateway;
}

/** Sends so many messages from several peers at once, and counts what became of each kind. */
async function attack(url: string, seed: number, count: number): Promise<ReadonlyMap<string, number>> {
  const fates = new Map<string, number>();
  const peers = Array.from({ length: ATTACKERS }, async (_unused, peer) => {
    const attacker = createAttacker(url);
    const messages = messagesOf(seed + peer);
    for (let sent = 0; sent < count / ATTACKERS; sent += 1) {
      const message = messages.next().value;
      const fate: Fate = await attacker.attack(message);
      const key = `${message.kind}: ${fate}`;
      fates.set(key, (fates.get(key) ?? 0) + 1);
    }
    attacker.stop();
  });
  await Promise.all(peers);
  return fates;
}

/** Calls a method again and again, and gives how often it was answered rightly: every time. */
async function serveMeanwhile(client: GatewayClient, over: AbortSignal): Promise<number> {
  let served = 0;
  for (; !over.aborted; served += 1) {
    const text = `still here ${served}`;
    expect(await client.request("system.echo", { text })).toEqual({ ok: true, text });
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return served;
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 20));
}

describe("hostile peers", () => {
  it("are answered each, or thrown out; the gateway stays up, forgets them, and serves the others", async () => {
    const gateway = await start({ maxRemembered: 100 });
    const lost: string[] = [];
    const other = testClient({ url: gateway.url, onLost: (reason) => lost.push(reason) });
    await other.connect();
    const over = new AbortController();
    const serving = serveMeanwhile(other, over.signal);
    await attack(gateway.url, 1, WARM_UP);
    await until(async () => (await gateway.connections()) === 1);
    const base = await gateway.memory();
    const fates = await attack(gateway.url, 1000, MESSAGES);
    await until(async () => (await gateway.connections()) === 1);
    over.abort();

    expect([...fates.values()].reduce((sum, count) => sum + count, 0)).toBe(MESSAGES);
    expect([...fates.keys()].toSorted()).toMatchInlineSnapshot(`
      [
        "binary: close",
        "bytes: close",
        "bytes: error",
        "bytes: result",
        "depth: close",
        "depth: error",
        "duplicate keys: close",
        "duplicate keys: error",
        "fragments: close",
        "fragments: result",
        "huge number: error",
        "invalid UTF-8: close",
        "large: result",
        "lone surrogate: result",
        "near miss: close",
        "near miss: error",
        "near miss: result",
        "no frame: close",
        "strange key: error",
        "too large: close",
      ]
    `);
    expect((await gateway.memory()) - base).toBeLessThan(TOLERANCE);
    expect(gateway.exitCode()).toBeUndefined();
    expect(lost).toEqual([]);
    expect(await serving).toBeGreaterThan(10);
  });

  it("that send no WebSocket frames at all are thrown out", async () => {
    const gateway = await start({});
    const random = createRandom(7);
    const { port, host } = new URL(gateway.url);
    const upgrade = `GET / HTTP/1.1\r\nHost: ${host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n\r\n`;
    const peers = Array.from({ length: 200 }, (_unused, peer) => {
      const noise = Buffer.from(Array.from({ length: 400 }, () => random.below(256)));
      return new Promise<void>((resolve, reject) => {
        const socket = connect(Number(port), "127.0.0.1", () => {
          socket.write(peer % 2 === 0 ? Buffer.concat([Buffer.from(upgrade), noise]) : noise);
          socket.end();
        });
        socket
          .on("error", reject)
          .on("close", () => resolve())
          .resume();
      });
    });
    await Promise.allSettled(peers);
    expect(await (await connectRaw(gateway.url)).call("health")).toMatchObject({ ok: true });
  });
});

describe("200 clients", () => {
  it("that never send connect are thrown out by the handshake's patience", async () => {
    const gateway = await start({ handshakeTimeoutMs: 100 });
    const clients = await Promise.all(Array.from({ length: 200 }, () => openRaw(gateway.url)));
    const closed = await Promise.all(clients.map((client) => client.closed));
    expect(new Set(closed.map(({ code, reason }) => `${code} ${reason}`))).toEqual(
      new Set(["1008 no connect in time"]),
    );
    expect(await (await connectRaw(gateway.url)).call("health")).toMatchObject({ ok: true });
  });

  it("that connect and never read are thrown out when they answer no ping", async () => {
    const gateway = await start({ tickIntervalMs: 500 });
    const clients = await Promise.all(Array.from({ length: 200 }, () => openRaw(gateway.url)));
    for (const { send, socket } of clients) {
      send(connectFrame());
      socket.pause();
    }
    await until(async () => (await gateway.connections()) === clients.length);
    await until(async () => (await gateway.connections()) === 0);
    expect(await (await connectRaw(gateway.url)).call("status")).toMatchObject({ ok: true });
  });

  it("of which one asks for much and reads nothing: it is thrown out before the gateway holds much for it", async () => {
    const gateway = await start({ maxBufferedBytes: 64 * 1024 });
    const base = await gateway.memory();
    const greedy = new WebSocket(gateway.url, { perMessageDeflate: false });
    greedy.on("error", () => undefined);
    await new Promise((resolve) => greedy.once("open", resolve));
    greedy.send(JSON.stringify(connectFrame()));
    await until(async () => (await gateway.connections()) === 1);
    greedy.pause();
    const text = "x".repeat(MAX_PAYLOAD - 1000);
    const ask = (): void => {
      if (greedy.readyState === greedy.OPEN) {
        greedy.send(JSON.stringify({ type: "req", id: "g", method: "system.echo", params: { text } }), ask);
      }
    };
    ask();
    await until(async () => (await gateway.connections()) === 0);
    expect((await gateway.memory()) - base).toBeLessThan(TOLERANCE);
    greedy.terminate();
  });
});
