import { copyFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { loadSample } from "./support/load-sample.js";
import { findSwift, swiftFolder } from "./support/swift.js";
import { printSwift } from "./support/swift-samples.js";
import { sources } from "./support/typescript-samples.js";

const ROOT = join(import.meta.dirname, "..");
const swift = findSwift();
const OPTIONS = { properties: "var", naming: "camelCase", foundation: true };
const MODE = ["-swift-version", "6", "-warnings-as-errors", "-parse-as-library", "-wmo"];

const SCHEMA = `import { Type } from "@sinclair/typebox";
export const ProtocolSchemas = {
  Node: Type.Recursive((This) => Type.Object({
    id: Type.String(),
    field_name: Type.Integer(),
    IS_OK: Type.Boolean(),
    iOS: Type.String(),
    old: Type.Optional(Type.Integer({ deprecated: true })),
    next: Type.Optional(This),
  }, { additionalProperties: false }), { $id: "Node" }),
  Many: Type.Union(Array.from({ length: 1000 }, (_, index) => Type.Literal("value-" + index))),
  Few: Type.Union(["iOS", "-1", "1"].map((value) => Type.Literal(value))),
  ID: Type.Object({ id: Type.Integer(), other: Type.Boolean() }),
  CustomStringConvertible: Type.Object({ id: Type.Number() }),
  UnsafeBufferPointer: Type.Object({ id: Type.Null() }),
};
`;

describe.skipIf(swift === undefined)("the Swift options", () => {
  it("make models whose properties can be changed, in camelCase, with Foundation's values", async () => {
    const folder = swiftFolder("swift-options");
    writeFileSync(join(folder, "schema.ts"), SCHEMA);
    const protocol = await loadSample({ source: relative(ROOT, join(folder, "schema.ts")) });
    writeFileSync(join(folder, "Models.swift"), printSwift(protocol, OPTIONS)[0]?.text ?? "");
    for (const file of ["Checks.swift", "OptionChecks.swift"]) {
      copyFileSync(join(ROOT, "test/swift", file), join(folder, file));
    }
    const body = 'var checks = Checks()\n    try checks.checkOptions()\n    print("checked \\(checks.count)")';
    writeFileSync(
      join(folder, "Main.swift"),
      `@main struct Main {\n  static func main() throws {\n    ${body}\n  }\n}\n`,
    );
    const files = ["Models.swift", "Checks.swift", "OptionChecks.swift", "Main.swift"];
    expect(swift?.run("swiftc", [...MODE, "-Onone", ...files, "-o", "checks"], folder).stderr).toBe("");
    expect(swift?.runBuilt(join(folder, "checks"), [], folder).stdout).toBe("checked 12\n");
  });

  it("compile together over a whole protocol, as a file per area", async () => {
    const folder = swiftFolder("swift-options-areas");
    const protocol = await loadSample({ source: sources["gateway"] ?? "" });
    const files = printSwift(protocol, { ...OPTIONS, files: "by-area" }).map(({ path, text }) => {
      writeFileSync(join(folder, path), text);
      return path;
    });
    expect(files).toContain("RuntimeFoundation.swift");
    expect(swift?.run("swiftc", [...MODE, "-typecheck", ...files], folder).stderr).toBe("");
  });
});
