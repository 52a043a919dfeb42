import { existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { processSpace } from "./process-space.js";
import { acquireWriteLock } from "./write-lock.js";

const FILE = ".typewire.lock";
const SHORT = { total: 400, silence: 150 };

let root = "";
let waits = 0;
const onWait = (): void => void (waits += 1);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "typewire-lock-"));
  waits = 0;
});

afterEach(() => rmSync(root, { recursive: true }));

describe("acquireWriteLock", () => {
  it("leaves nothing behind", async () => {
    const lock = await acquireWriteLock(root, onWait);
    expect(existsSync(join(root, FILE))).toBe(true);
    lock?.release();
    expect([readdirSync(root), waits]).toEqual([[], 0]);
  });

  it("waits for the one who holds it", async () => {
    const first = await acquireWriteLock(root, onWait);
    const second = acquireWriteLock(root, onWait);
    setTimeout(() => first?.release(), 120);
    expect(await second).toBeDefined();
    expect(waits).toBeGreaterThan(0);
  });

  it("gives up where the holder lives on and on", async () => {
    const first = await acquireWriteLock(root, onWait);
    const beating = setInterval(() => first?.beat(), 20);
    expect(await acquireWriteLock(root, onWait, SHORT)).toBeUndefined();
    clearInterval(beating);
  });

  it.each([
    ["of a process that has ended", (file: string): void => writeFileSync(file, `${processSpace()} 999999999 x`)],
    ["of another container, without a sign of life", (file: string): void => writeFileSync(file, "00000000 1 x")],
    ["that was cut short", (file: string): void => writeFileSync(file, "")],
    ["that is a link", (file: string): void => symlinkSync("/dev/zero", file)],
  ])("takes one over %s", async (_, put) => {
    put(join(root, FILE));
    const lock = await acquireWriteLock(root, onWait, { total: 5000, silence: 150 });
    expect(lock).toBeDefined();
    lock?.release();
    expect(readdirSync(root)).toEqual([]);
  });

  it("does not take it from another container that shows signs of life", async () => {
    const file = join(root, FILE);
    writeFileSync(file, "00000000 1 x");
    const beating = setInterval(() => utimesSync(file, new Date(), new Date()), 20);
    expect(await acquireWriteLock(root, onWait, SHORT)).toBeUndefined();
    clearInterval(beating);
  });
});
