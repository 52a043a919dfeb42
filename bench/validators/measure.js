// Times every peer on every workload in one process, in turns, and prints the figures as JSON. What a peer gets wrong is
// not timed.
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { createAjv, createAjvStandalone } from "./peers/ajv.js";
import { createArktype } from "./peers/arktype.js";
import { createOurs } from "./peers/ours.js";
import { createTypebox0, createTypebox1 } from "./peers/typebox.js";
import { createTypia } from "./peers/typia-source.js";
import { createValibot } from "./peers/valibot.js";
import { createZod } from "./peers/zod.js";
import { workloads } from "./workloads.js";

const work = join(import.meta.dirname, "node_modules/.work");
const ROUNDS = Number(process.env.ROUNDS ?? 30);
const SLICE_MS = 2;
const WARM_UP_MS = 60;

const schemas = createRequire(import.meta.url)(join(work, "clawdis/schemas.json"));
const load = (file) => import(join(work, file));
const { ProtocolSchemas } = await load("clawdis/registry.js");
const peers = [
  createOurs(await load("clawdis/ours.js")),
  createAjv(schemas),
  createAjvStandalone(await load("clawdis/standalone.js")),
  createTypebox0(ProtocolSchemas),
  createTypebox1(schemas),
  ...(existsSync(join(work, "typia/typia.js")) ? [createTypia(await load("typia/typia.js"))] : []),
  createZod(schemas),
  createValibot(schemas),
  createArktype(schemas),
];

let sink = 0;

/** Warms a function up until it is compiled for good, and finds how often it can run over all inputs in one slice of time. */
function calibrate(run, inputs) {
  const started = performance.now();
  let repeats = 1;
  for (let slice = 0; slice < SLICE_MS || performance.now() - started < WARM_UP_MS;) {
    const from = performance.now();
    for (let index = 0; index < repeats; index += 1) for (const input of inputs) sink += run(input) ? 1 : 0;
    slice = performance.now() - from;
    if (slice < SLICE_MS) repeats *= 2;
  }
  return repeats;
}

/** Nanoseconds for one input: the best slice of many, all candidates taking turns so that noise hits them alike. */
function race(candidates, inputs) {
  const runs = candidates.map(({ name, run }) => ({ name, run, repeats: calibrate(run, inputs), best: Infinity }));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const entry of runs) {
      const started = performance.now();
      for (let index = 0; index < entry.repeats; index += 1)
        for (const input of inputs) sink += entry.run(input) ? 1 : 0;
      const each = ((performance.now() - started) * 1e6) / (entry.repeats * inputs.length);
      entry.best = Math.min(entry.best, each);
    }
  }
  return Object.fromEntries(runs.map(({ name, best }) => [name, Math.round(best * 10) / 10]));
}

const results = [];
for (const workload of workloads) {
  const compiled = peers.map((peer) => ({ name: peer.name, ...peer.compile(workload) }));
  const right = compiled.filter(({ accept, errors, name }) => {
    const faults = [
      workload.varied.every((value) => accept(value) === true) ? undefined : "refuses valid values",
      [...workload.wrongType, ...workload.extraKey].every((value) => accept(value) === false)
        ? undefined
        : "accepts invalid values",
      workload.extraKey.every((value) => errors(value).length > 0) ? undefined : "has no error",
    ].filter((fault) => fault !== undefined);
    if (faults.length > 0) console.error(`${name} ${faults.join(" and ")} of ${workload.name} and is left out there`);
    return faults.length === 0;
  });
  const accepting = right.map(({ name, accept }) => ({ name, run: accept }));
  const parsing = right.map(({ name, accept }) => ({ name, run: (text) => accept(JSON.parse(text)) }));
  const explaining = right.flatMap(({ name, errors, allErrors }) => [
    { name, run: (value) => errors(value).length },
    ...(allErrors === undefined ? [] : [{ name: `${name}, all errors`, run: (value) => allErrors(value).length }]),
  ]);
  results.push({
    workload: workload.name,
    varied: race(accepting, workload.varied),
    single: race(accepting, workload.single),
    parse: race(parsing, workload.texts),
    wrongType: race(explaining, workload.wrongType),
    extraKey: race(explaining, workload.extraKey),
  });
  console.error(`measured ${workload.name}`);
}
if (sink === 0) throw new Error("nothing was validated");
console.log(JSON.stringify(results));
