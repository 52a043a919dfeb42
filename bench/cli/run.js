// Measures the command line as whole processes: `node bench/cli/run.js [--runs 7] [--only <words>]`. Prints a table, and
// writes it to results.json.
import { rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { measureScenario } from "./measure.js";
import { createProjects } from "./projects.js";
import { scenarios } from "./scenarios.js";

const { values } = parseArgs({
  options: { runs: { type: "string", default: "7" }, only: { type: "string", default: "" } },
});

function amount(value, measure) {
  return measure === "memory" ? `${(value / 1e6).toFixed(0)} MB` : `${value.toFixed(0)} ms`;
}

function line({ name, than, measure, goal, ours, baseline, ratio, spread }) {
  const range = `${spread[0].toFixed(2)}–${spread[1].toFixed(2)}`;
  const cells = [
    name,
    amount(ours, measure),
    `${than}, ${amount(baseline, measure)}`,
    ratio.toFixed(2),
    range,
    `≤ ${goal}`,
    ratio <= goal ? "met" : "missed",
  ];
  return `| ${cells.join(" | ")} |`;
}

const projects = await createProjects();
const load = loadavg()[0];
const results = [];
try {
  for (const { ours, baseline, ...scenario } of scenarios(projects)) {
    if (!scenario.name.includes(values.only)) continue;
    console.error(scenario.name);
    results.push({
      ...scenario,
      ...measureScenario({ ours, baseline, measure: scenario.measure }, Number(values.runs)),
    });
  }
} finally {
  rmSync(projects.root, { recursive: true, force: true });
}
const table = [
  "| what | ours | baseline | ratio | from–to | goal | |",
  "|---|---|---|---|---|---|---|",
  ...results.map(line),
].join("\n");
console.log(table);
const document = { node: process.version, processors: cpus().length, load, runs: Number(values.runs), results, table };
writeFileSync(join(import.meta.dirname, "results.json"), `${JSON.stringify(document, null, 2)}\n`);
