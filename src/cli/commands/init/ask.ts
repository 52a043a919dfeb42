import type { Readable, Writable } from "node:stream";
import { cancel, intro, isCancel, multiselect, select, text } from "@clack/prompts";
import type { InitChoices } from "../../../workflows/init/choices.js";
import { type HookManager, hookManagers } from "../../../workflows/init/hook-manager.js";
import { type PackageManagerName, packageManagers } from "../../../workflows/init/package-manager.js";
import { sourceExists } from "../../../workflows/init/plan.js";
import type { ProjectFacts } from "../../../workflows/init/project-facts.js";
import { targets } from "../../../targets/index.js";

/** What the command line says; what it leaves open is undefined, and is asked for. */
export type GivenAnswers = { readonly [K in keyof InitChoices]: InitChoices[K] | undefined };

/** What questions are asked about, and where; the process's own terminal unless a test hands in streams. */
export interface Asking {
  readonly facts: ProjectFacts;
  /** Registries that were found. */
  readonly sources: readonly string[];
  readonly streams?: Streams;
}

interface Streams {
  readonly input?: Readable;
  readonly output?: Writable;
}

/** Asks for what is not given. Undefined where the person breaks off; then nothing is written. */
export async function ask(given: GivenAnswers, asking: Asking): Promise<InitChoices | undefined> {
  const { facts, streams = {} } = asking;
  intro("typewire", streams);
  const source = given.source ?? (await askSource(asking));
  const chosen = source === undefined ? undefined : (given.targets ?? (await askTargets(asking)));
  const hook = chosen === undefined ? undefined : (given.hook ?? (await askHook(asking)));
  const packageManager = hook === undefined ? undefined : (given.packageManager ?? (await askPackageManager(asking)));
  if (source !== undefined && chosen !== undefined && hook !== undefined && packageManager !== undefined) {
    return { source, targets: chosen, hook, packageManager };
  }
  cancel(`Nothing was written in ${facts.subfolder === "" ? "this folder" : facts.subfolder}.`, streams);
  return undefined;
}

const OTHER = "";

async function askSource({ facts, sources, streams = {} }: Asking): Promise<string | undefined> {
  const message = "Where is the registry?";
  if (sources.length > 0) {
    const options = [...sources.map((value) => ({ value, label: value })), { value: OTHER, label: "somewhere else" }];
    const chosen = await select({ message, options, ...streams });
    if (isCancel(chosen)) return undefined;
    if (chosen !== OTHER) return chosen;
  }
  return askPath(facts.folder, { message, streams });
}

async function askPath(
  folder: string,
  { message, streams }: { readonly message: string; readonly streams: Streams },
): Promise<string | undefined> {
  const path = await text({ message, placeholder: "src/protocol/schema.ts", ...streams });
  if (isCancel(path)) return undefined;
  if (path !== undefined && path !== "" && (await sourceExists(folder, path))) return path;
  return askPath(folder, { message: `"${path ?? ""}" does not exist. Where is the registry?`, streams });
}

async function askTargets({ streams = {} }: Asking): Promise<readonly string[] | undefined> {
  const options = targets.map(({ name, summary }) => ({ value: name, label: name, hint: summary }));
  const initialValues = targets.map(({ name }) => name);
  const chosen = await multiselect({ message: "What is generated from it?", options, initialValues, ...streams });
  return isCancel(chosen) ? undefined : chosen;
}

async function askHook({ facts, streams = {} }: Asking): Promise<HookManager | undefined> {
  const options = hookManagers.map((value) => ({ value, label: value }));
  const message = "What runs the repository's git hooks?";
  const chosen = await select({ message, options, initialValue: facts.hookManager, ...streams });
  return isCancel(chosen) ? undefined : chosen;
}

async function askPackageManager({ facts, streams = {} }: Asking): Promise<PackageManagerName | undefined> {
  const options = Object.values(packageManagers).map(({ name }) => ({ value: name, label: name }));
  const message = "What installs packages?";
  const chosen = await select({ message, options, initialValue: facts.packageManager, ...streams });
  return isCancel(chosen) ? undefined : chosen;
}
