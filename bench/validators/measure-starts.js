import { spawnSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { registries } from "./registries.js";

const here = import.meta.dirname;
const STARTS = Number(process.env.STARTS ?? 9);

function start(file) {
  const words = [join(here, "start.js"), ...(file === undefined ? [] : [file])];
  const { stdout, stderr, status } = spawnSync(process.execPath, words, { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

function median(numbers) {
  return numbers.toSorted((left, right) => left - right)[Math.floor(numbers.length / 2)];
}

/** Milliseconds until every validator is ready and one frame is checked, and the memory that it takes above an empty process. */
export function measureStarts() {
  return registries.map(({ name }) => {
    const folder = join(here, "node_modules/.work", name);
    const files = readdirSync(folder).filter((file) => file.startsWith("start "));
    const samples = new Map(files.map((file) => [file, []]));
    const empty = [];
    for (let round = 0; round < STARTS; round += 1) {
      empty.push(start(undefined).memory);
      // A start of AJV with 877 definitions takes seconds, and noise is nothing beside that.
      const due = files.filter((file) => round < 3 || median(samples.get(file).map(({ ms }) => ms)) < 500);
      for (const file of due) samples.get(file).push(start(join(folder, file)));
    }
    const rows = files.map((file) => ({
      name: file.slice("start ".length, -".js".length),
      ms: median(samples.get(file).map(({ ms }) => ms)),
      memoryMb: (median(samples.get(file).map(({ memory }) => memory)) - median(empty)) / 1e6,
      bytes: statSync(join(folder, file)).size,
    }));
    const size = (file) => statSync(join(folder, file)).size;
    return { registry: name, rows, file: size("validators.ts"), oneEvent: size("one event.js") };
  });
}
