// What is measured beside what. Each line is a row of the table: our command, the baseline, and the goal as a ratio.
import { rmSync } from "node:fs";
import { dirname, join } from "node:path";

const BIN = join(dirname(dirname(import.meta.dirname)), "bin/typewire.js");
const IMPORT = 'await import("@openclaw/gateway-protocol/schema")';

function typewire(folder, ...words) {
  return { cwd: folder, commands: [[BIN, ...words]] };
}

/** Makes everything anew: no output and no cache of a run before is there. */
function cold(folder) {
  return { ...typewire(folder, "generate"), before: () => forget(folder) };
}

function script(folder, times) {
  return { cwd: folder, commands: Array.from({ length: times }, () => ["--import", "tsx", "write-json.ts"]) };
}

/** Every scenario of the projects. */
export function scenarios(projects) {
  const importing = { cwd: projects.published, commands: [["--input-type=module", "-e", IMPORT]] };
  const nothing = { cwd: projects.root, commands: [["-e", "0"]] };
  const { sample, published, stagedPublished, stagedSample, copies } = projects;
  return [
    row("generate, all targets, Clawdis sample", cold(sample), {
      than: "tsx script",
      baseline: script(sample, 1),
      goal: 1,
    }),
    row("generate, all targets, 877 definitions, cold", cold(published), {
      than: "tsx script, twice",
      baseline: script(published, 2),
      goal: 1.5,
    }),
    row(
      "check, nothing changed, 877 definitions",
      { ...typewire(published, "check"), once: ["generate"] },
      { than: "import of the registry", baseline: importing, goal: 1.5 },
    ),
    row("check --staged, no relevant file", typewire(stagedPublished, "check", "--staged"), {
      than: "node -e 0",
      baseline: nothing,
      goal: 2.5,
    }),
    row("the same, config and registry in TypeScript", typewire(stagedSample, "check", "--staged"), {
      than: "node -e 0",
      baseline: nothing,
      goal: 2.5,
    }),
    row("typewire --help", typewire(projects.root, "--help"), { than: "node -e 0", baseline: nothing, goal: 2 }),
    row("memory: generate, 877 definitions", cold(published), {
      than: "import of the registry",
      baseline: importing,
      goal: 3,
      measure: "memory",
    }),
    row("generate, 877 → 8,770 definitions", cold(copies), {
      than: "877 definitions",
      baseline: cold(published),
      goal: 12,
    }),
  ];
}

function row(name, ours, { than, baseline, goal, measure = "time" }) {
  return { name, ours, than, baseline, goal, measure };
}

/** Takes away what a run has left: its outputs and its cache. */
function forget(folder) {
  rmSync(join(folder, "generated"), { recursive: true, force: true });
  rmSync(join(folder, "node_modules/.cache"), { recursive: true, force: true });
}
