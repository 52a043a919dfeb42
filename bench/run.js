// Runs every benchmark and writes RESULTS.md: `node bench/run.js --date 2027-01-31`. With `--from-files` it only writes,
// from what the benchmarks have found last.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { arch, cpus, platform, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { format, resolveConfig } from "prettier";

const { values } = parseArgs({
  options: { date: { type: "string" }, "from-files": { type: "boolean", default: false } },
});
if (!/^\d{4}-\d\d-\d\d$/.test(values.date ?? "")) throw new Error("say the date: --date 2027-01-31");

/** The benchmarks in the order of the page: each is `bench/<folder>/run.js` and leaves a results.json beside it. */
const BENCHMARKS = [
  { folder: "cli", title: "The command line" },
  { folder: "validators", title: "The generated validators" },
  { folder: "swift", title: "The generated Swift" },
];

function runBenchmark({ folder }) {
  const file = join(import.meta.dirname, folder, "run.js");
  if (!existsSync(file)) return;
  console.error(`bench/${folder}`);
  const { status } = spawnSync(process.execPath, [file], { stdio: "inherit" });
  if (status !== 0) throw new Error(`bench/${folder}/run.js ended with ${status}`);
}

function resultsOf({ folder }) {
  const file = join(import.meta.dirname, folder, "results.json");
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}

function goalLine({ goal, limit, measured }) {
  return `| ${goal} | ${measured.toFixed(3)} | ≤ ${limit} | ${measured <= limit ? "met" : "missed"} |`;
}

/** A benchmark's own table, or the table of its goals. */
function tableOf({ table, goals = [] }) {
  return table ?? ["| what | measured | goal | |", "|---|---|---|---|", ...goals.map(goalLine)].join("\n");
}

function section(benchmark) {
  const results = resultsOf(benchmark);
  const notes = join(import.meta.dirname, benchmark.folder, "NOTES.md");
  const said = existsSync(notes) ? `\n\n${readFileSync(notes, "utf8").trim()}` : "";
  const body = results === undefined ? "Not measured here." : `${tableOf(results)}${said}`;
  return `## ${benchmark.title}\n\n\`node bench/${benchmark.folder}/run.js\`\n\n${body}\n`;
}

function versionOf(name) {
  return JSON.parse(readFileSync(join(import.meta.dirname, "../node_modules", name, "package.json"), "utf8")).version;
}

if (!values["from-files"]) BENCHMARKS.forEach(runBenchmark);
const machine = `${platform()} ${arch()}, ${cpus().length} processors (${cpus()[0].model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GB`;
const versions = ["tsx", "esbuild", "handlebars", "prettier", "@openclaw/gateway-protocol"].map(
  (name) => `${name} ${versionOf(name)}`,
);
const page = `# Results

Written by \`pnpm bench --date <date>\`. Ratios hold across machines, times do not.

- Date: ${values.date}
- Machine: ${machine}
- Versions: Node ${process.version}, ${versions.join(", ")}

${BENCHMARKS.map(section).join("\n")}`;
const file = join(import.meta.dirname, "RESULTS.md");
writeFileSync(file, await format(page, { ...(await resolveConfig(file)), parser: "markdown" }));
