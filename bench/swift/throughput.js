// How long reading and writing of a message takes, each way in a program of its own, optimised.
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { messages } from "./messages.js";
import { PROTOCOLS, RENDERINGS } from "./renderings.js";
import { compile, run } from "./swift.js";

const WAYS = [
  { name: "ours", models: (folder) => rendering("ours", folder) },
  { name: "plain", models: undefined },
  { name: "today", models: (folder) => rendering("weak", folder) },
];

/** Measures every way in turns: `{ "decode chat": { ours, plain, today } }` in microseconds, the best of all rounds. */
export function throughput(root, rounds) {
  const folders = WAYS.map((way) => ({ ...way, folder: build(way, join(root, `throughput-${way.name}`)) }));
  const best = {};
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, folder } of folders) {
      for (const line of run(folder, "measure", [folder]).trim().split("\n")) {
        const [, task, microseconds] = /^(.+) (\S+)$/.exec(line);
        best[task] ??= {};
        best[task][name] = Math.min(best[task][name] ?? Infinity, Number(microseconds));
      }
    }
  }
  return best;
}

function build({ name, models }, folder) {
  mkdirSync(folder, { recursive: true });
  const source = join(import.meta.dirname, "throughput");
  if (models === undefined) copyFileSync(join(source, "plain.swift"), join(folder, "Models.swift"));
  else writeFileSync(join(folder, "Models.swift"), models(folder));
  copyFileSync(join(source, "timing.swift"), join(folder, "timing.swift"));
  copyFileSync(join(source, `${name}-main.swift`), join(folder, "main.swift"));
  for (const [file, message] of Object.entries(messages)) {
    writeFileSync(join(folder, `${file}.json`), JSON.stringify(message));
  }
  const files = ["Models.swift", "timing.swift", "main.swift"];
  const { ok, errors } = compile(folder, ["-swift-version", "5", "-O", "-wmo", ...files, "-o", "measure"]);
  if (!ok) throw new Error(`${name}: ${errors.join("\n")}`);
  console.error(`${name}: built with -O`);
  return folder;
}

function rendering(name, folder) {
  const [clawdis] = PROTOCOLS;
  return RENDERINGS.find((each) => each.name === name).write(clawdis, folder);
}
