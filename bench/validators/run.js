// Measures the generated validators beside their peers: `node bench/validators/run.js`. Installs the peers when they are
// not there, prints the tables, and writes them to results.json.
import { spawnSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { goalsText, judge } from "./goals.js";
import { measureStarts } from "./measure-starts.js";
import { reportText } from "./report.js";

const here = import.meta.dirname;

function run(command, words) {
  const options = { cwd: here, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"], maxBuffer: 1e9 };
  const { status, stdout } = spawnSync(command, words, options);
  if (status !== 0) throw new Error(`${[command, ...words].join(" ")} failed`);
  return stdout;
}

if (!existsSync(join(here, "node_modules"))) run("npm", ["ci", "--no-audit", "--no-fund"]);
console.error("generating");
run(process.execPath, ["--import", "tsx", "prepare.js"]);
console.error("starting");
const starts = measureStarts();
console.error("measuring");
const runtime = JSON.parse(run(process.execPath, ["measure.js"]));
const goals = judge({ runtime, starts });
console.log(`${reportText({ runtime, starts })}\n\nGoals\n${goalsText(goals)}`);
writeFileSync(
  join(here, "results.json"),
  `${JSON.stringify({ node: process.version, goals, starts, runtime }, null, 2)}\n`,
);
