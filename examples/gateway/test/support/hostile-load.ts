import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { isUnknown } from "../../../../generated/gateway/typescript/protocol.js";
import type { GatewayClient } from "../../client/gateway-client.js";
import { startGatewayProcess } from "./start-gateway-process.js";
import { testClient } from "./test-client.js";

/** How long, and how many peers of each silent kind. */
export interface HostileLoad {
  readonly seconds: number;
  readonly silent: number;
}

/** How it went for everyone else. */
export interface HonestDay {
  /** How often each kind of hostile peer has had its turn. */
  readonly turns: Readonly<Record<string, number>>;
  /** Milliseconds that each call took, of those who stayed; and each way in, with one call, of those who came anew. */
  readonly calls: readonly number[];
  readonly arrivals: readonly number[];
  /** Chat events that honest clients heard of their own runs. */
  readonly heard: number;
  /** Why honest clients lost their connection: nobody should. */
  readonly lost: readonly string[];
  /** What the gateway holds at the end, and how many connections it has, when the hostile are gone. */
  readonly memory: number;
  readonly connections: number;
  readonly exitCode: number | null | undefined;
}

const STAYING = 3;
const CALL_PAUSE_MS = 20;
const ARRIVAL_PAUSE_MS = 250;
/** What the hostile may take to start and to end. */
const GRACE_MS = 60_000;

/** Runs a gateway under every kind of hostile load at once, with honest clients beside it. */
export async function honestDay({ seconds, silent }: HostileLoad): Promise<HonestDay> {
  const gateway = await startGatewayProcess({
    policy: { handshakeTimeoutMs: 2000, upgradeTimeoutMs: 2000, maxWaiting: silent, tickIntervalMs: 2000 },
  });
  onTestFinished(() => gateway.stop());
  const { url } = gateway;
  const [calls, arrivals, lost]: [number[], number[], string[]] = [[], [], []];
  let heard = 0;
  const staying = Array.from({ length: STAYING }, () => {
    const client = testClient({ url, requestTimeoutMs: 20_000, onLost: (reason) => lost.push(reason) });
    client.on("chat", (chat) => (heard += !isUnknown(chat) && chat.sessionKey === "honest" ? 1 : 0));
    return client;
  });
  await Promise.all(staying.map((client) => client.connect()));

  const child = fork(join(import.meta.dirname, "hostile-process.ts"), [url, String(seconds), String(silent)], {
    execArgv: ["--import", "tsx"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const over = new AbortController();
  const honest = [
    ...staying.map((client) =>
      repeat(over.signal, CALL_PAUSE_MS, async () => calls.push(await timed(useOnce(client)))),
    ),
    repeat(over.signal, ARRIVAL_PAUSE_MS, async () => arrivals.push(await timed(comeAndGo(url)))),
  ];
  const late = new Promise<unknown[]>((resolve) => setTimeout(resolve, seconds * 1000 + GRACE_MS, []));
  const [turns]: unknown[] = await Promise.race([once(child, "message"), once(child, "exit"), late]);
  child.kill();
  over.abort();
  await Promise.all(honest);
  for (const client of staying) client.close();
  await until(seconds, async () => (await gateway.connections()) === 0);
  return {
    turns: numbersOf(turns),
    calls,
    arrivals,
    heard,
    lost,
    memory: await gateway.memory(),
    connections: await gateway.connections(),
    exitCode: gateway.exitCode(),
  };
}

async function repeat(over: AbortSignal, pauseMs: number, work: () => Promise<unknown>): Promise<void> {
  while (!over.aborted) {
    await work();
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}

async function timed(work: (turn: number) => Promise<void>): Promise<number> {
  const start = performance.now();
  await work(start);
  return performance.now() - start;
}

/** A call that is answered rightly, and now and then a run, which everyone hears of. Throws where it is not. */
function useOnce(client: GatewayClient): (turn: number) => Promise<void> {
  return async (turn) => {
    const text = `still here ${turn}`;
    const echo = await client.request("system.echo", { text });
    if (echo.text !== text) throw new Error(`asked for ${text}, got ${echo.text}`);
    if (Math.floor(turn) % 10 !== 0) return;
    const params = { sessionKey: "honest", message: "hi", idempotencyKey: text };
    // The agent may be too busy, and says so; nothing else is right.
    await client
      .request("chat.send", params)
      .catch((failure: { readonly shape?: { readonly retryable?: boolean } }) => {
        if (failure.shape?.retryable !== true) throw failure;
      });
  };
}

function comeAndGo(url: string): () => Promise<void> {
  return async () => {
    const client = testClient({ url, requestTimeoutMs: 20_000 });
    await client.connect();
    await client.request("status", {});
    client.close();
  };
}

async function until(seconds: number, condition: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end && !(await condition())) await new Promise((resolve) => setTimeout(resolve, 50));
}

function numbersOf(value: unknown): Readonly<Record<string, number>> {
  if (typeof value !== "object" || value === null) throw new Error("the hostile process ended before its time");
  return Object.fromEntries(Object.entries(value).map(([name, count]) => [name, Number(count)]));
}
