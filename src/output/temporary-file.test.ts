import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { isLeftOver, isTemporary, temporaryName } from "./temporary-file.js";

describe("temporary files", () => {
  it("are known by their names", () => {
    expect(isTemporary(temporaryName(123, 4))).toBe(true);
    expect(isTemporary(".typewire.tmp")).toBe(false);
    expect(isTemporary("typewire-1-1.tmp")).toBe(false);
  });

  it("are left over once their writer has ended, and never while it runs", () => {
    const { pid } = spawnSync(process.execPath, ["-e", "0"]);
    expect(isLeftOver(temporaryName(pid, 0))).toBe(true);
    expect(isLeftOver(temporaryName(process.pid, 0))).toBe(false);
    expect(isLeftOver(temporaryName(process.ppid, 0))).toBe(false);
  });
});
