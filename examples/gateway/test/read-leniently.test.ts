import { describe, expect, it } from "vitest";
import type { MethodName } from "../../../generated/gateway/typescript/protocol.js";
import { validateEvent, validateResponse } from "../../../generated/gateway/typescript/validators.js";
import { type Reading, readLeniently } from "../client/read-leniently.js";

function readResponse(method: MethodName, payload: unknown): Reading<unknown> {
  return readLeniently(payload, (candidate) => {
    const valid = validateResponse(method, candidate);
    return valid.ok ? { ok: true, value: valid.payload } : valid;
  });
}

describe("reading what a newer gateway sends", () => {
  it("gives a valid value as it is", () => {
    const payload = { ok: true };
    expect(readResponse("health", payload)).toEqual({ ok: true, value: payload, drift: [] });
  });

  it("leaves out keys that it does not know, at any depth", () => {
    const payload = { ok: true, region: "eu", channels: { a: { linked: true, lag: 1 }, b: { linked: false, lag: 2 } } };
    expect(readResponse("health", payload)).toEqual({
      ok: true,
      value: { ok: true, channels: { a: { linked: true }, b: { linked: false } } },
      drift: expect.arrayContaining([
        { kind: "property", path: "/region" },
        { kind: "property", path: "/channels/a/lag" },
        { kind: "property", path: "/channels/b/lag" },
      ]),
    });
  });

  it("keeps values of enums that it does not know", () => {
    expect(readResponse("chat.send", { runId: "1", status: "queued" })).toEqual({
      ok: true,
      value: { runId: "1", status: "queued" },
      drift: [{ kind: "value", path: "/status" }],
    });
    expect(readResponse("agent", { runId: "1", status: "deferred", acceptedAt: 1 })).toMatchObject({
      ok: true,
      value: { status: "deferred" },
    });
  });

  it("leaves variants that it does not know out of lists, and keeps the rest", () => {
    const text = { type: "text", text: "hi" };
    const content = [text, { type: "audio", url: "a" }, { type: "video" }, text];
    const messages = [{ role: "robot", content }];
    expect(readResponse("chat.history", { sessionKey: "main", messages, cursor: 1 })).toMatchObject({
      ok: true,
      value: { sessionKey: "main", messages: [{ role: "robot", content: [text, text] }] },
      drift: expect.arrayContaining([{ kind: "variant", path: "/messages/0/content/1" }]),
    });
  });

  it.each([
    ["a missing key", "health", {}],
    ["a wrong type", "health", { ok: "yes" }],
    ["a wrong type beside an unknown key", "health", { ok: "yes", region: "eu" }],
    ["an enum's value that is no text", "chat.send", { runId: "1", status: 7 }],
    ["an unknown variant that is no element", "cron.run", { ran: "later" }],
  ] as const)("refuses %s", (_what, method, payload) => {
    expect(readResponse(method, payload).ok).toBe(false);
  });

  it("does not change what it was given", () => {
    const payload = {
      state: "delta",
      runId: "1",
      sessionKey: "m",
      seq: 0,
      message: { role: "x", content: [], extra: 1 },
    };
    const before = structuredClone(payload);
    const reading = readLeniently(payload, (candidate) => {
      const valid = validateEvent("chat", candidate);
      return valid.ok ? { ok: true, value: valid.payload } : valid;
    });
    expect(reading.ok).toBe(true);
    expect(payload).toEqual(before);
  });
});
