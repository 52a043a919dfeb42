import { describe, expect, it } from "vitest";
import { createIdempotencyStore, type IdempotencyStore } from "../server/idempotency.js";

/** Runs so many requests of one owner, each with a key and an answer of its own. */
async function runMany(store: IdempotencyStore, owner: string, count: number, answer = ""): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) {
    await store.run({ owner, key: `${turn}`, method: "send", params: {} }, () => `${answer}${turn}`);
  }
}

/** Whether the answer to an owner's request is still there. */
async function isRemembered(store: IdempotencyStore, owner: string, key: string): Promise<boolean> {
  let ran = false;
  await store.run({ owner, key, method: "send", params: {} }, () => `${(ran = true)}`);
  return !ran;
}

describe("answers that are remembered", () => {
  it("are those of the one who has most of them that go first, when they are too many", async () => {
    const store = createIdempotencyStore({ entries: 20, bytes: 1e6 });
    await runMany(store, "quiet", 3);
    await runMany(store, "loud", 1000);
    for (const key of ["0", "1", "2"]) expect(await isRemembered(store, "quiet", key)).toBe(true);
    expect(await isRemembered(store, "loud", "999")).toBe(true);
    expect(await isRemembered(store, "loud", "0")).toBe(false);
  });

  it("are those of the one whose are largest that go first, when they are too large", async () => {
    const store = createIdempotencyStore({ entries: 1000, bytes: 10_000 });
    await runMany(store, "quiet", 3);
    await runMany(store, "loud", 100, "x".repeat(1000));
    for (const key of ["0", "1", "2"]) expect(await isRemembered(store, "quiet", key)).toBe(true);
    expect(await isRemembered(store, "loud", "0")).toBe(false);
  });

  it("are given while the first is on its way, and forgotten when it fails", async () => {
    const store = createIdempotencyStore({ entries: 10, bytes: 1000 });
    const request = { owner: "me", key: "k", method: "send", params: {} };
    let runs = 0;
    const work = async (): Promise<string> => {
      runs += 1;
      await Promise.resolve();
      throw new Error("it fails");
    };
    const both = await Promise.allSettled([store.run(request, work), store.run(request, work)]);
    expect(both.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(runs).toBe(1);
    expect(await store.run(request, () => "done")).toBe("done");
  });
});
