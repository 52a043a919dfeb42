import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { isLeftOver, isTemporary, temporaryName } from "./temporary-file.js";

const HOUR = 3_600_000;

describe("temporary files", () => {
  it("are known by their names, which nobody can tell beforehand", () => {
    expect(isTemporary(temporaryName())).toBe(true);
    expect(temporaryName()).not.toBe(temporaryName());
    expect(isTemporary(".typewire.tmp")).toBe(false);
    expect(isTemporary("typewire-1-1.tmp")).toBe(false);
  });

  it("are left over once their writer has ended, and never while it runs", () => {
    const { pid } = spawnSync(process.execPath, ["-e", "0"]);
    expect(isLeftOver(temporaryName(pid), 0)).toBe(true);
    expect(isLeftOver(temporaryName(process.pid), HOUR - 1)).toBe(false);
    expect(isLeftOver(temporaryName(process.ppid), HOUR - 1)).toBe(false);
  });

  it("are another container's as long as it may still run, whatever its process is called here", () => {
    expect(isLeftOver(temporaryName(999_999_999, "00000000"), HOUR - 1)).toBe(false);
    expect(isLeftOver(temporaryName(process.pid, "00000000"), HOUR + 1)).toBe(true);
  });
});
