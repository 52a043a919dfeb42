import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { applyEdits, modify } from "jsonc-parser";
import { isRecord } from "../../support/json.js";
import { parseJson } from "../../support/parse-json.js";
import type { HookManager } from "./hook-manager.js";
import type { ProjectFacts } from "./project-facts.js";
import type { Step } from "./step.js";

const SCRIPTS: Readonly<Record<string, string>> = {
  "protocol:gen": "typewire generate",
  "protocol:check": "typewire check",
  "protocol:lint": "typewire lint",
};

/** The package scripts. A name that is taken stays what it is. */
export function scriptsStep({ folder, subfolder }: ProjectFacts, hook: HookManager): Step {
  const path = "package.json";
  const file = join(folder, path);
  if (!existsSync(file)) return { kind: "keep", path, reason: "there is none, so there are no scripts to add to" };
  const text = readFileSync(file, "utf8");
  const parsed = parseJson(text);
  const wanted = hook === "husky" && subfolder === "" ? { ...SCRIPTS, prepare: "husky" } : SCRIPTS;
  if (!parsed.ok || !isRecord(parsed.value)) {
    const lines = JSON.stringify({ scripts: wanted }, null, 2);
    return { kind: "by-hand", path, reason: "it is not valid JSON", lines };
  }
  const present = isRecord(parsed.value["scripts"]) ? parsed.value["scripts"] : {};
  const missing = Object.entries(wanted).filter(([name]) => !(name in present));
  if (missing.length === 0) return { kind: "keep", path, reason: "it has the scripts already" };
  const added = `the scripts ${missing.map(([name]) => name).join(", ")}`;
  return { kind: "extend", path, text: withScripts(text, missing), added };
}

/** Adds scripts in the file's own indentation and line ends. */
function withScripts(text: string, scripts: readonly (readonly [name: string, command: string])[]): string {
  const indent = /^([ \t]+)"/mu.exec(text)?.[1] ?? "  ";
  const formattingOptions = {
    insertSpaces: !indent.startsWith("\t"),
    tabSize: indent.startsWith("\t") ? 1 : indent.length,
    eol: text.includes("\r\n") ? "\r\n" : "\n",
  };
  return scripts.reduce(
    (current, [name, command]) =>
      applyEdits(current, modify(current, ["scripts", name], command, { formattingOptions })),
    text,
  );
}
