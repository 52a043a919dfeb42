// Measures the generated Swift beside quicktype's and beside today's script's style, all in one run, and writes
// results.json: `node bench/swift/run.js`. With `--only clawdis` it compiles one protocol only, with `--no-compile` none;
// neither is written down.
import { spawnSync } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { compileTimes } from "./compile-times.js";
import { goals } from "./goals.js";
import { report } from "./report.js";
import { throughput } from "./throughput.js";

const { values } = parseArgs({
  options: {
    only: { type: "string", multiple: true, default: [] },
    compile: { type: "boolean", default: true },
    rounds: { type: "string", default: "3" },
  },
  allowNegative: true,
});

const repository = dirname(dirname(import.meta.dirname));
const built = spawnSync(process.execPath, ["scripts/build.js"], { cwd: repository, stdio: "inherit" });
if (built.status !== 0) throw new Error("scripts/build.js failed");

const root = realpathSync(mkdtempSync(join(tmpdir(), "typewire-bench-swift-")));
const times = throughput(root, Number(values.rounds));
const compiled = values.compile ? compileTimes(root, { only: values.only, runs: 2 }) : [];
const results = { compiled, times, goals: goals({ compiled, times }) };
const table = report(results);
console.log(table);
if (values.compile && values.only.length === 0) {
  writeFileSync(join(import.meta.dirname, "results.json"), `${JSON.stringify({ ...results, table }, null, 2)}\n`);
}
rmSync(root, { recursive: true });
