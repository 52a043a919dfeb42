import { setTimeout as sleep } from "node:timers/promises";
import { deflateRawSync } from "node:zlib";
import { WebSocket } from "ws";
import { createAttacker } from "./attacker.js";
import type { HostileMessage } from "./hostile-messages.js";
import { connectFrame } from "./raw-client.js";
import { FrameHead, frameOf, heard, openSocket, upgradeRequest } from "./raw-socket.js";

/** One kind of ill will: does it once. What it opens it leaves open, or closes when told. */
export type HostilePeer = (url: string, over: AbortSignal) => Promise<void>;

const SECOND_MS = 1000;
const BOMB = deflateRawSync(Buffer.alloc(20_000_000, 0x20));
const LONG = "x".repeat(900_000);
const DEPTH = 5000;
const FAULTS = JSON.stringify(Object.fromEntries(Array.from({ length: 5000 }, (_unused, key) => [`key${key}`, key])));

/** Every kind of peer by its name. */
export function hostilePeers(messages: Generator<HostileMessage, never>): ReadonlyMap<string, HostilePeer> {
  return new Map<string, HostilePeer>([
    ["silent TCP", (url, over) => stay(url, "", over)],
    ["half a request", (url, over) => stay(url, upgradeRequest(url).slice(0, -4), over)],
    ["silent WebSocket", (url, over) => stay(url, upgradeRequest(url), over)],
    ["plain HTTP", (url, over) => stay(url, "GET / HTTP/1.1\r\nHost: x\r\n\r\n", over)],
    ["compression bomb", (url) => sendFrame(url, frameOf(FrameHead.compressedText, BOMB))],
    ["ping flood", (url) => pingFlood(url)],
    ["large connect", (url) => sendFrame(url, frameOf(FrameHead.text, Buffer.from(longName(LONG))))],
    ["long name", (url) => sendFrame(url, frameOf(FrameHead.text, Buffer.from(longName(LONG.slice(0, 10_000)))))],
    ["malformed messages", (url, over) => malformed(url, messages, over)],
    ["deep JSON", (url) => flood(url, () => invoke(`${"[".repeat(DEPTH)}${"]".repeat(DEPTH)}`))],
    ["many faults", (url) => flood(url, () => request("system.echo", FAULTS))],
    ["loud chat", (url) => flood(url, (turn) => keyed("chat.send", turn, { message: LONG.slice(0, 30_000) }))],
    ["busy chat", (url) => flood(url, (turn) => keyed("chat.send", turn, { message: "a b c" }))],
    ["probes", (url) => flood(url, () => request("health", '{"probe":true}'))],
    ["large memories", (url) => flood(url, (turn) => keyed("chat.inject", turn, { message: LONG.slice(0, 50_000) }))],
    ["slow reader", (url, over) => slowReader(url, over)],
  ]);
}

function longName(displayName: string): string {
  const client = { id: "hostile", displayName, version: "1", platform: "node", mode: "test" };
  return JSON.stringify(connectFrame({ client }));
}

function request(method: string, params: string): string {
  return `{"type":"req","id":"h","method":"${method}","params":${params}}`;
}

function invoke(params: string): string {
  return request("node.invoke", `{"nodeId":"local","command":"echo","idempotencyKey":"h","params":${params}}`);
}

function keyed(method: string, turn: number, params: object): string {
  return request(method, JSON.stringify({ sessionKey: "loud", idempotencyKey: `${turn}`, ...params }));
}

/** Says so much, and stays until the gateway hangs up: never later than the end. */
async function stay(url: string, text: string, over: AbortSignal): Promise<void> {
  const socket = await openSocket(url, text);
  socket.resume();
  const end = (): void => void socket.destroy();
  over.addEventListener("abort", end);
  if (!socket.destroyed) await heard(socket);
  over.removeEventListener("abort", end);
}

/** Sends one frame, and waits until the gateway hangs up or has had a second for it. */
async function sendFrame(url: string, frame: Buffer): Promise<void> {
  const socket = await openSocket(url, upgradeRequest(url));
  socket.write(frame);
  socket.resume();
  await Promise.race([socket.destroyed ? undefined : heard(socket), sleep(SECOND_MS)]);
  socket.destroy();
}

/** Shakes hands; undefined where the gateway would not. */
async function greeted(url: string): Promise<WebSocket | undefined> {
  const socket = new WebSocket(url, { perMessageDeflate: false });
  socket.on("error", () => undefined);
  await heard(socket, "open");
  if (socket.readyState !== socket.OPEN) return undefined;
  socket.send(JSON.stringify(connectFrame()));
  await heard(socket, "message");
  return socket.readyState === socket.OPEN ? socket : undefined;
}

const FLOOD_MS = 500;
const BURST = 50;

/** Sends one message after the other without waiting for answers, for half a second. */
async function flood(url: string, message: (turn: number) => string): Promise<void> {
  const socket = await greeted(url);
  if (socket === undefined) return;
  const end = performance.now() + FLOOD_MS;
  for (let turn = 0; performance.now() < end && socket.readyState === socket.OPEN; turn += 1) {
    if (socket.bufferedAmount < LONG.length) socket.send(message(turn));
    if (turn % BURST === 0) await sleep(1);
  }
  socket.terminate();
}

/** Pings, and reads none of the answers. */
async function pingFlood(url: string): Promise<void> {
  const socket = await greeted(url);
  if (socket === undefined) return;
  socket.pause();
  const end = performance.now() + FLOOD_MS;
  const data = Buffer.alloc(120);
  while (performance.now() < end && socket.readyState === socket.OPEN) {
    for (let turn = 0; turn < BURST && socket.bufferedAmount < LONG.length; turn += 1) socket.ping(data);
    await sleep(1);
  }
  socket.terminate();
}

/** Asks for much, and reads nothing, until it is cut off. */
async function slowReader(url: string, over: AbortSignal): Promise<void> {
  const socket = await greeted(url);
  if (socket === undefined) return;
  socket.pause();
  const text = LONG.slice(0, 50_000);
  for (let turn = 0; turn < 200 && !over.aborted && socket.readyState === socket.OPEN; turn += 1) {
    if (socket.bufferedAmount < LONG.length) socket.send(request("system.echo", JSON.stringify({ text })));
    await sleep(5);
  }
  socket.terminate();
}

async function malformed(url: string, messages: Generator<HostileMessage, never>, over: AbortSignal): Promise<void> {
  const attacker = createAttacker(url);
  for (let turn = 0; turn < 100 && !over.aborted; turn += 1) await attacker.attack(messages.next().value);
  attacker.stop();
}
