import { readdirSync, readFileSync } from "node:fs";
import { createDiagnosticList, type DiagnosticCollector } from "../../src/diagnostics/collector.js";
import type { Protocol } from "../../src/ir/types.js";
import { createRenderer } from "../../src/render/renderer.js";
import { typescript } from "../../src/targets/typescript/index.js";
import type { RenderUnit, TargetOptions } from "../../src/targets/target.js";
import { loadSample } from "./load-sample.js";

/** One file that the TypeScript target makes. */
export interface PrintedUnit extends RenderUnit {
  readonly text: string;
}

const THEMES = new URL("../../fixtures/registries/", import.meta.url);
const renderer = createRenderer();

/** The registry of every sample and theme, by name. For example `clawdis` → `fixtures/clawdis/schema.ts`. */
export const sources: Readonly<Record<string, string>> = {
  clawdis: "fixtures/clawdis/schema.ts",
  gateway: "fixtures/gateway/schema.ts",
  ...Object.fromEntries(themes().map((theme) => [theme, themeSource(theme)])),
};

/** The names of the themes. */
export function themes(): readonly string[] {
  return readdirSync(THEMES).toSorted();
}

/** The real registry. */
export const published = "@openclaw/gateway-protocol/schema";

/** Which TypeBox a registry is written with; undefined for a JSON Schema file. */
export function typeboxOf(source: string): string | undefined {
  const text = readFileSync(new URL(`../../${source}`, import.meta.url), "utf8");
  if (source.endsWith(".json")) return undefined;
  return text.includes('from "typebox"') ? "typebox" : "@sinclair/typebox";
}

/** Loads, lowers, translates and prints one registry. */
export async function printTypescript(source: string, options: TargetOptions = {}): Promise<readonly PrintedUnit[]> {
  return printProtocol(await loadSample({ source }), options);
}

/** Translates and prints a protocol. */
export function printProtocol(
  protocol: Protocol,
  options: TargetOptions = {},
  diagnostics: DiagnosticCollector = createDiagnosticList(),
): readonly PrintedUnit[] {
  const { units } = typescript.translate(protocol, { options, diagnostics });
  return units.map((unit) => ({ ...unit, text: renderer.render(typescript.name, unit) }));
}

function themeSource(theme: string): string {
  const files = readdirSync(new URL(`${theme}/`, THEMES));
  const file = files.find((name) => name === "schema.ts") ?? "protocol.schema.json";
  return `fixtures/registries/${theme}/${file}`;
}
