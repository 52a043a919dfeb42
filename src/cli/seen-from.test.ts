import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { seenFrom } from "./seen-from.js";

const FOUND: Diagnostic = {
  code: "ir/not-json",
  severity: "error",
  message: "x",
  location: { file: "src/a.ts", line: 1, column: 2 },
};

describe("seenFrom", () => {
  it.each([
    ["the project itself", "/home/p", "src/a.ts"],
    ["a folder above", "/home", "p/src/a.ts"],
    ["a folder inside", "/home/p/src/deep", "../a.ts"],
    ["somewhere else", "/elsewhere", "../home/p/src/a.ts"],
  ])("names files from %s", (_, cwd, file) => {
    const [seen] = seenFrom(cwd, "/home/p", [FOUND]);
    expect(seen).toEqual({ ...FOUND, location: { file, line: 1, column: 2 } });
  });

  it("leaves a finding without a place alone", () => {
    const plain: Diagnostic = { code: "ir/not-json", severity: "error", message: "x", path: "A" };
    expect(seenFrom("/home", "/home/p", [plain])).toEqual([plain]);
  });
});
