import { readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { swiftOptions } from "../src/targets/swift/options.js";
import { loadSample } from "./support/load-sample.js";
import { findSwift, swiftFolder } from "./support/swift.js";
import { printSwift } from "./support/swift-samples.js";

const ROOT = join(import.meta.dirname, "..");
const page = readFileSync(join(ROOT, "docs/swift.md"), "utf8");
const swift = findSwift();

/** The fenced blocks of a language, in order. For example `blocks("swift var")`. */
function blocks(language: string): readonly string[] {
  return [...page.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, "gmsu"))].map(([, text]) => text ?? "");
}

it("tells of every option", () => {
  for (const name of Object.keys(swiftOptions.properties)) expect(page).toContain(`\n| \`${name}\``);
});

describe.skipIf(swift === undefined)("the page on Swift", () => {
  it("shows what compiles, and what it prints", async () => {
    const folder = swiftFolder("swift-docs");
    writeFileSync(join(folder, "schema.ts"), blocks("ts").join(""));
    const protocol = await loadSample({ source: relative(ROOT, join(folder, "schema.ts")) });
    writeFileSync(join(folder, "Models.swift"), printSwift(protocol, { properties: "var" })[0]?.text ?? "");
    writeFileSync(join(folder, "main.swift"), [...blocks("swift"), ...blocks("swift var")].join(""));
    const args = ["-swift-version", "6", "-Onone", "-wmo", "Models.swift", "main.swift", "-o", "page"];
    expect(swift?.run("swiftc", args, folder).stderr).toBe("");
    const { stdout } = swift?.runBuilt(join(folder, "page"), [], folder) ?? { stdout: "" };
    expect(stdout).toBe(blocks("text").join(""));
  });
});
