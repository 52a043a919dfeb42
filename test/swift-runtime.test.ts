import { copyFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { loadSample } from "./support/load-sample.js";
import { findSwift, swiftFolder } from "./support/swift.js";
import { printSwift } from "./support/swift-samples.js";
import { sources } from "./support/typescript-samples.js";

const CHECKS = fileURLToPath(new URL("swift/", import.meta.url));
const RUNTIME = fileURLToPath(new URL("../templates/swift/partials/runtime/", import.meta.url));
const swift = findSwift();

/** A program that runs some of the checks. For example `["checkRuntime"]`. */
function program(checks: readonly string[]): string {
  const calls = checks.map((check) => `    try checks.${check}()\n`);
  const body = `    var checks = Checks()\n${calls.join("")}    print("checked \\(checks.count)")\n`;
  return `@main\nstruct Main {\n  static func main() throws {\n${body}  }\n}\n`;
}

/** Compiles the Swift files of a folder, and runs what comes of them. */
function runChecks(folder: string, checks: readonly string[], sourcesOfChecks: readonly string[]): string | undefined {
  for (const file of sourcesOfChecks) copyFileSync(join(CHECKS, file), join(folder, file));
  writeFileSync(join(folder, "Main.swift"), program(checks));
  const files = readdirSync(folder).filter((file) => file.endsWith(".swift"));
  const mode = ["-swift-version", "6", "-warnings-as-errors", "-Onone", "-wmo", "-parse-as-library"];
  const built = swift?.run("swiftc", [...mode, ...files, "-o", "checks"], folder);
  expect(built?.stderr).toBe("");
  return swift?.runBuilt(join(folder, "checks"), [], folder).stdout;
}

describe.skipIf(swift === undefined)("the Swift runtime", () => {
  it("is Swift as it stands among the templates: it compiles and does what RuntimeChecks.swift says", () => {
    const folder = swiftFolder("swift-runtime-parts");
    const parts = readdirSync(RUNTIME);
    for (const part of parts) copyFileSync(join(RUNTIME, part), join(folder, part));
    expect(parts.filter((part) => !part.endsWith(".swift"))).toEqual([]);
    expect(runChecks(folder, ["checkRuntime"], ["Checks.swift", "RuntimeChecks.swift"])).toBe("checked 3386\n");
  });

  it("reads, writes, compares and refuses in a protocol's models too", async () => {
    const folder = swiftFolder("swift-runtime");
    const protocol = await loadSample({ source: sources["gateway"] ?? "" });
    writeFileSync(join(folder, "Models.swift"), printSwift(protocol)[0]?.text ?? "");
    const files = ["Checks.swift", "RuntimeChecks.swift", "ModelChecks.swift"];
    expect(runChecks(folder, ["checkRuntime", "checkModels"], files)).toBe("checked 3409\n");
  });
});
