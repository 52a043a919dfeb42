import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { runInProcess } from "../../test/support/run-in-process.js";
import { connectLoadClient, type LoadClient } from "./load-client.js";

/**
 * How many frames the live gateway validates and answers per second of one core: with the generated validators, without
 * any, and with AJV in their place; and how long an answer takes at half of that load. `npx tsx bench/gateway/load.ts`.
 * Ratios are of the gateway's own CPU time, so that a busy machine changes them little; half of the load is half of
 * what was answered per second of the clock.
 */
const ROUNDS = 9;
const FRAMES = 40_000;
const WINDOW = 64;
const ROOT = join(import.meta.dirname, "../..");

interface Contestant {
  readonly name: string;
  readonly client: LoadClient;
  cpuSeconds(): Promise<number>;
  /** Frames per second of CPU, of each round; and of the clock. */
  readonly rates: number[];
  readonly speeds: number[];
  stop(): void;
}

async function start(name: string, validation: string): Promise<Contestant> {
  const child = fork(join(import.meta.dirname, "gateway-process.ts"), [validation], { execArgv: ["--import", "tsx"] });
  const [url]: unknown[] = await once(child, "message");
  const client = await connectLoadClient(String(url));
  return {
    name,
    client,
    rates: [],
    speeds: [],
    cpuSeconds: async () => {
      const answer = once(child, "message");
      child.send("cpu");
      return Number((await answer)[0]);
    },
    stop: () => {
      client.close();
      child.disconnect();
    },
  };
}

async function measure({ client, rates, speeds, cpuSeconds }: Contestant): Promise<void> {
  const before = await cpuSeconds();
  const started = performance.now();
  await client.flood(FRAMES, WINDOW);
  speeds.push(FRAMES / ((performance.now() - started) / 1000));
  rates.push(FRAMES / ((await cpuSeconds()) - before));
}

/** The sample's validators with AJV as their engine. */
async function ajvValidators(): Promise<string> {
  const folder = join(ROOT, "dist/bench/gateway-ajv");
  mkdirSync(folder, { recursive: true });
  const protocol = { source: join(ROOT, "fixtures/gateway/schema.ts"), targets: { typescript: { engine: "ajv" } } };
  writeFileSync(join(folder, "typewire.config.json"), JSON.stringify({ protocols: { gateway: protocol } }));
  const { exitCode, stderr } = await runInProcess(["generate"], folder);
  if (exitCode !== 0) throw new Error(stderr);
  return pathToFileURL(join(folder, "generated/gateway/typescript/validators.ts")).href;
}

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;
}

const contestants = [
  await start("generated validators", "generated"),
  await start("no validation", "none"),
  await start("ajv", await ajvValidators()),
];
// Once to warm up; then in turns, so that whatever else the machine does meets all of them.
for (const contestant of contestants) await contestant.client.flood(FRAMES, WINDOW);
for (let round = 0; round < ROUNDS; round += 1) {
  for (const contestant of contestants) await measure(contestant);
}
const [generated] = contestants;
const reference = median(generated?.rates ?? []);
for (const { name, rates } of contestants) {
  const rate = median(rates);
  const spread = `${Math.round(Math.min(...rates))} to ${Math.round(Math.max(...rates))}`;
  console.log(
    `${name.padEnd(22)} ${Math.round(rate)} frames per CPU second (${spread}), ${(rate / reference).toFixed(2)}`,
  );
}
const half = median(generated?.speeds ?? []) / 2;
const latencies = (await generated?.client.pace(FRAMES, half))?.toSorted((left, right) => left - right) ?? [];
for (const [name, share] of [
  ["p50", 0.5],
  ["p99", 0.99],
  ["p99.9", 0.999],
] as const) {
  const value = latencies[Math.floor(latencies.length * share)] ?? 0;
  console.log(`${name} at ${Math.round(half)} frames per second: ${value.toFixed(2)} ms`);
}
for (const contestant of contestants) contestant.stop();
