import { SourceMap } from "node:module";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { SourceLocation } from "../../diagnostics/diagnostic.js";
import type { Bundle } from "./bundle-module.js";
import type { Imported } from "./guarded-import.js";
import type { ModuleFailure } from "./module-failure.js";
import { projectPath, withoutRoot } from "./project-path.js";

/** What is needed to say where a module threw: `bundle` where it was imported through one. */
export interface ThrownContext {
  readonly root: string;
  readonly bundle?: Bundle;
}

/** Describes what a module threw while it was imported, at the place in the author's source that threw it. */
export function thrownFailure(error: unknown, context: ThrownContext): ModuleFailure {
  const message = withoutRoot(context.root, describeThrown(error));
  return { kind: "threw", message, location: locate(error, context) };
}

/** Describes why an import came to nothing, at the place in the author's source that is to blame where there is one. */
export function importFailure(imported: Exclude<Imported, { kind: "loaded" }>, context: ThrownContext): ModuleFailure {
  switch (imported.kind) {
    case "threw":
      return thrownFailure(imported.error, context);
    case "fault": {
      const failure = thrownFailure(imported.error, context);
      return { ...failure, message: `${failure.message}, which nothing caught` };
    }
    case "ended":
      return {
        kind: "threw",
        message: `it called ${imported.call}, which would end the command`,
        location: locate(imported.error, context),
      };
    case "idle":
      return { kind: "threw", message: "it awaits something that can never happen", location: undefined };
    case "slow":
      return slowFailure(imported.seconds, undefined);
  }
}

/** Describes a module that takes too long, and where it is. */
export function slowFailure(seconds: number, location: SourceLocation | undefined): ModuleFailure {
  return { kind: "slow", message: `it was still running after ${seconds} s`, location };
}

/** What was thrown, in a few words. For example `TypeError: x is not a function`. */
export function describeThrown(error: unknown): string {
  if (!(error instanceof Error)) return `threw ${safeText(error)}`;
  return error.message === "" ? error.name : `${error.name}: ${firstLine(error.message)}`;
}

function firstLine(text: string): string {
  return text.split("\n", 1).join("");
}

function safeText(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  return typeof value === "object" && value !== null ? "an object that is no Error" : String(value);
}

/** Where in the author's source something runs at the moment. */
export function presentPlace(context: ThrownContext): SourceLocation | undefined {
  return locate(new Error("where"), context);
}

/** The first frame of the stack that lies in the author's files rather than in a package or in Node. */
function locate(error: unknown, context: ThrownContext): SourceLocation | undefined {
  const stack = error instanceof Error && typeof error.stack === "string" ? error.stack : "";
  for (const line of stack.split("\n")) {
    const location = context.bundle === undefined ? undefined : mappedFrame(line, context.root, context.bundle);
    const found = location ?? plainFrame(line, context.root);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Where the code lies that stands between a module and the process. */
const OWN = new URL(".", import.meta.url).href;
const FRAME = /((?:file:\/\/|data:)[^\s()]*):(\d+):(\d+)\)?$/u;

function plainFrame(line: string, root: string): SourceLocation | undefined {
  const [, url = "", row = "", column = ""] = FRAME.exec(line) ?? [];
  if (!url.startsWith("file:") || url.includes("/node_modules/") || url.startsWith(OWN)) return undefined;
  return { file: projectPath(root, fileURLToPath(url)), line: Number(row), column: Number(column) };
}

function mappedFrame(line: string, root: string, bundle: Bundle): SourceLocation | undefined {
  const [, url, row = "", column = ""] = FRAME.exec(line) ?? [];
  if (url !== bundle.url) return undefined;
  const entry = new SourceMap(bundle.map).findEntry(Number(row) - 1, Number(column) - 1);
  if (!("originalSource" in entry)) return undefined;
  const file = resolve(root, entry.originalSource);
  return { file: projectPath(root, file), line: entry.originalLine + 1, column: entry.originalColumn + 1 };
}
