// Runs whole processes and says what they took.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const REPORT = `import { writeFileSync } from "node:fs";
process.on("exit", () => writeFileSync(process.env.BENCH_USAGE, JSON.stringify(process.resourceUsage())));`;
const REPORT_URL = `data:text/javascript,${encodeURIComponent(REPORT)}`;

/** One run: the time of all its processes in milliseconds, or with "memory" the most that one of them held, in bytes. */
function runOnce({ cwd, commands, before = () => {} }, measure) {
  before();
  const folder = mkdtempSync(join(tmpdir(), "typewire-usage-"));
  const usage = join(folder, "usage.json");
  const options = {
    cwd,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, BENCH_USAGE: usage },
    encoding: "utf8",
  };
  let [time, memory] = [0, 0];
  for (const words of commands) {
    const preload = measure === "memory" ? ["--import", REPORT_URL] : [];
    const started = performance.now();
    const { status, stderr } = spawnSync(process.execPath, [...preload, ...words], options);
    time += performance.now() - started;
    if (status !== 0) throw new Error(`node ${words.join(" ")} ended with ${status}: ${stderr}`);
    if (measure === "memory") memory = Math.max(memory, JSON.parse(readFileSync(usage, "utf8")).maxRSS * 1024);
  }
  rmSync(folder, { recursive: true });
  return measure === "memory" ? memory : time;
}

export function median(values) {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2;
}

/**
 * Runs a scenario and its baseline in turns, so that both meet the same moments of the machine, after one run of each that
 * does not count. The ratio is the median of the pairs' own ratios.
 */
export function measureScenario({ ours, baseline, measure }, runs) {
  if (ours.once !== undefined) runOnce({ ...ours, commands: [[ours.commands[0][0], ...ours.once]] }, "time");
  const pairs = [];
  for (let index = 0; index <= runs; index += 1) {
    const pair = { ours: runOnce(ours, measure), baseline: runOnce(baseline, measure) };
    if (index > 0) pairs.push(pair);
  }
  const ratios = pairs.map((pair) => pair.ours / pair.baseline);
  return {
    ours: median(pairs.map((pair) => pair.ours)),
    baseline: median(pairs.map((pair) => pair.baseline)),
    ratio: median(ratios),
    spread: [Math.min(...ratios), Math.max(...ratios)],
  };
}
