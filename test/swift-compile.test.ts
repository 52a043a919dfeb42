import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createDiagnosticList } from "../src/diagnostics/collector.js";
import { lower } from "../src/ir/lower/lower.js";
import type { Protocol } from "../src/ir/types.js";
import { swift as target } from "../src/targets/swift/index.js";
import type { TargetOptions } from "../src/targets/target.js";
import { hostileRegistry } from "./support/hostile-registry.js";
import { loadSample } from "./support/load-sample.js";
import { sampleProtocol } from "./support/sample-protocol.js";
import { findSwift, swiftFolder } from "./support/swift.js";
import { printSwift } from "./support/swift-samples.js";
import { published, sources, themes } from "./support/typescript-samples.js";

const swift = findSwift();
const STRICT = ["-typecheck", "-parse-as-library", "-warnings-as-errors"];
const themed = new Set(themes());
const samples = Object.keys(sources).filter((name) => !themed.has(name));

/** Writes a protocol's Swift into a folder and gives the names of its files. */
function write(protocol: Protocol, folder: string, options: TargetOptions = {}): readonly string[] {
  return printSwift(protocol, options).map(({ path, text }) => {
    const name = path === "" ? "Models.swift" : path;
    writeFileSync(join(folder, name), text);
    return name;
  });
}

/** What the compiler says to a protocol's Swift; empty where it is content. */
function complaints(protocol: Protocol, name: string, mode: string): string {
  const folder = swiftFolder(`swift-${name}-${mode}`);
  const files = write(protocol, folder);
  return swift?.run("swiftc", ["-swift-version", mode, ...STRICT, ...files], folder).stderr ?? "no compiler";
}

describe.skipIf(swift === undefined)("the Swift models", () => {
  it.each(Object.keys(sources))("of %s compile without a warning in Swift 6 mode", async (name) => {
    expect(complaints(await loadSample({ source: sources[name] ?? "" }), name, "6")).toBe("");
  });

  it.each(samples)("of %s compile without a warning in Swift 5 mode", async (name) => {
    expect(complaints(await loadSample({ source: sources[name] ?? "" }), name, "5")).toBe("");
  });

  it.each(["package", "internal"])("compile with the access level %s", async (access) => {
    const folder = swiftFolder(`swift-${access}`);
    const files = write(await loadSample({ source: sources["methods-events"] ?? "" }), folder, { access });
    const args = ["-swift-version", "6", "-package-name", "p", ...STRICT, ...files];
    expect(swift?.run("swiftc", args, folder).stderr).toBe("");
  });

  it("compile with every enum and union closed", async () => {
    const folder = swiftFolder("swift-closed");
    const protocol = await loadSample({ source: sources["gateway"] ?? "" });
    const closed = protocol.declarations.filter(({ kind }) => kind === "enum" || kind === "union").map(({ id }) => id);
    expect(closed.length).toBeGreaterThan(20);
    const files = write(protocol, folder, { closed });
    expect(swift?.run("swiftc", ["-swift-version", "6", ...STRICT, ...files], folder).stderr).toBe("");
  });

  it("compile as a file per area", async () => {
    const folder = swiftFolder("swift-areas");
    const files = write(await loadSample({ source: sources["gateway"] ?? "" }), folder, { files: "by-area" });
    expect(files).toEqual(
      ["Chat", "Cron", "", "Node"].map((area) => `${area}Models.swift`).concat("Protocol.swift", "Runtime.swift"),
    );
    expect(swift?.run("swiftc", ["-swift-version", "6", "-wmo", ...STRICT, ...files], folder).stderr).toBe("");
  });

  it("leave swift-format's default rules nothing to say", async () => {
    const folder = swiftFolder("swift-lint");
    for (const [name, source] of Object.entries(sources)) {
      const [file] = printSwift(await loadSample({ source }));
      writeFileSync(join(folder, `${name}.swift`), file?.text ?? "");
    }
    const files = Object.keys(sources).map((name) => `${name}.swift`);
    expect(swift?.run("swift-format", ["lint", "--strict", ...files], folder).stderr).toBe("");
  });

  it("are held to compilers and rules that do object", () => {
    const folder = swiftFolder("swift-control");
    writeFileSync(join(folder, "Bad.swift"), 'let snake_case: Int = "text";\n');
    expect(swift?.run("swiftc", [...STRICT, "Bad.swift"], folder).stderr).toContain("cannot convert value");
    expect(swift?.run("swift-format", ["lint", "--strict", "Bad.swift"], folder).stderr).toContain("LowerCamelCase");
  });

  it("of the real registry compile without a warning, and none is any JSON where its schema says more", async () => {
    const protocol = await loadSample({ source: published });
    const { fallbacks } = target.translate(protocol, { options: {}, diagnostics: createDiagnosticList() });
    expect(fallbacks).toEqual([]);
    expect(complaints(protocol, "published", "6")).toBe("");
  });

  it("of a hostile registry compile without a warning", () => {
    const diagnostics = createDiagnosticList();
    const protocol = lower(hostileRegistry(), sampleProtocol({}), diagnostics);
    expect(diagnostics.diagnostics).toEqual([]);
    if (protocol !== undefined) expect(complaints(protocol, "hostile", "6")).toBe("");
  });
});
