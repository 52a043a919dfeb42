import { copyFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { loadSample } from "./support/load-sample.js";
import { findSwift, swiftFolder } from "./support/swift.js";
import { printSwift } from "./support/swift-samples.js";
import { sources } from "./support/typescript-samples.js";

const CHECKS = fileURLToPath(new URL("swift/RuntimeChecks.swift", import.meta.url));
const swift = findSwift();

describe.skipIf(swift === undefined)("the Swift runtime", () => {
  it("reads, writes, compares and refuses as RuntimeChecks.swift says", async () => {
    const folder = swiftFolder("swift-runtime");
    const protocol = await loadSample({ source: sources["gateway"] ?? "" });
    writeFileSync(join(folder, "Models.swift"), printSwift(protocol)[0]?.text ?? "");
    copyFileSync(CHECKS, join(folder, "RuntimeChecks.swift"));
    const mode = ["-swift-version", "6", "-warnings-as-errors", "-Onone", "-wmo", "-parse-as-library"];
    const built = swift?.run("swiftc", [...mode, "Models.swift", "RuntimeChecks.swift", "-o", "checks"], folder);
    expect(built?.stderr).toBe("");
    const answer = swift?.runBuilt(join(folder, "checks"), [], folder);
    expect(answer?.stdout).toBe("checked 122\n");
  });
});
