import { cpSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { targets } from "../../src/targets/index.js";
import { temporaryProject, type TemporaryProject } from "./temporary-project.js";

const repository = join(import.meta.dirname, "../..");

/** A project of its own with the gateway sample, every target, and a config that says `title`. */
export function sampleProject(title = "Sample"): TemporaryProject {
  const project = temporaryProject({ "typewire.config.json": sampleConfig(title) });
  cpSync(join(repository, "fixtures/gateway"), join(project.root, "schema"), { recursive: true });
  symlinkSync(join(repository, "node_modules"), join(project.root, "node_modules"));
  return project;
}

/** The config of `sampleProject`. */
export function sampleConfig(title: string): string {
  const outputs = Object.fromEntries(targets.map(({ name }) => [name, true]));
  return JSON.stringify({ protocols: { sample: { source: "./schema/schema.ts", title, targets: outputs } } });
}
