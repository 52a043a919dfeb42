import { setMaxListeners } from "node:events";
import { readFileSync } from "node:fs";
import { METHODS } from "../../../../generated/gateway/typescript/protocol.js";
import { createHostileMessages } from "./hostile-messages.js";
import { type HostilePeer, hostilePeers } from "./hostile-peers.js";

/**
 * Every kind of hostile peer, several of each, against one gateway for so many seconds: `hostile-process.ts <url>
 * <seconds> <silent>`. Tells its parent at the end how often each kind has had its way. Ends with its parent.
 */
const PEERS_OF_A_KIND = 2;
const MAX_TURNS = 1_000_000;
const PAUSE_MS = 5;

const [, , url = "", seconds = "5", silent = "100"] = process.argv;
const { hostname } = new URL(url);
if (hostname !== "127.0.0.1") throw new Error(`only this machine is attacked, not ${hostname}`);

const document: { readonly definitions: Record<string, never> } = JSON.parse(
  readFileSync(new URL("../../../../generated/gateway/protocol.schema.json", import.meta.url), "utf8"),
);
const messages = createHostileMessages({ document, methods: METHODS, maxPayload: 64 * 1024 });
const ending = new AbortController();
const over = ending.signal;
setTimeout(() => ending.abort(), Number(seconds) * 1000);
process.on("disconnect", () => ending.abort());
setMaxListeners(0, over);
const turns = new Map<string, number>();

async function keepOn(name: string, peer: HostilePeer): Promise<void> {
  for (let turn = 0; turn < MAX_TURNS && !over.aborted; turn += 1) {
    await peer(url, over);
    turns.set(name, (turns.get(name) ?? 0) + 1);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

const kinds = [...hostilePeers(messages(1))].flatMap(([name, peer]) => {
  const count = /silent|half/u.test(name) ? Number(silent) : PEERS_OF_A_KIND;
  return Array.from({ length: count }, () => keepOn(name, peer));
});
await Promise.all(kinds);
process.send?.(Object.fromEntries(turns));
