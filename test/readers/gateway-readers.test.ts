import { describe, expect, it } from "vitest";
import { chatSend } from "../../generated/gateway/typescript/methods.js";
import * as methods from "../../generated/gateway/typescript/methods.js";
import { isUnknown, readEvent, readFrame, readResult } from "../../generated/gateway/typescript/protocol.js";
import { readChatMessage, readHealthResult } from "../../generated/gateway/typescript/readers.js";
import * as strict from "../../generated/gateway/typescript/strict-methods.js";

describe("reading what a newer gateway sends", () => {
  it("gives a valid value as it is", () => {
    const payload = { ok: true };
    const reading = readResult("health", payload);
    expect(reading).toEqual({ ok: true, value: payload, unknown: [] });
    expect(reading.ok && reading.value).toBe(payload);
  });

  it("keeps keys that it does not know, at any depth, and names them", () => {
    const payload = { ok: true, region: "eu", channels: { "a/b": { linked: true, lag: 1 }, c: { linked: false } } };
    const before = structuredClone(payload);
    expect(readResult("health", payload)).toEqual({
      ok: true,
      value: before,
      unknown: [
        { path: "/region", kind: "key", received: "region" },
        { path: "/channels/a~1b/lag", kind: "key", received: "lag" },
      ],
    });
    expect(payload).toEqual(before);
  });

  it("keeps constants that it does not know", () => {
    expect(readResult("chat.send", { runId: "1", status: "queued" })).toEqual({
      ok: true,
      value: { runId: "1", status: "queued" },
      unknown: [{ path: "/status", kind: "value", received: "queued" }],
    });
  });

  it("keeps variants that it does not know, in lists and elsewhere, and tells them from the others", () => {
    const [text, audio] = [
      { type: "text", text: "hi" },
      { type: "audio", url: "a" },
    ];
    const reading = readChatMessage({ role: "user", content: [text, audio] });
    expect(reading).toMatchObject({ ok: true, unknown: [{ path: "/content/1", kind: "variant", received: "audio" }] });
    expect(reading.ok && reading.value.content.map(isUnknown)).toEqual([false, true]);
    expect(readResult("cron.run", { ran: "later" })).toMatchObject({
      ok: true,
      unknown: [{ path: "", kind: "variant" }],
    });
  });

  it("keeps events that it does not know", () => {
    const reading = readEvent({ event: "weather", payload: { sky: "clear" } });
    expect(reading).toEqual({
      ok: true,
      value: { name: "weather", payload: { sky: "clear" } },
      unknown: [{ path: "/event", kind: "event", received: "weather" }],
    });
    expect(reading.ok && isUnknown(reading.value)).toBe(true);
    expect(readEvent({ event: "toString" })).toMatchObject({ ok: true, unknown: [{ kind: "event" }] });
    expect(readEvent({ event: "tick", payload: { ts: 1, newer: 2 } })).toEqual({
      ok: true,
      value: { event: "tick", payload: { ts: 1, newer: 2 } },
      unknown: [{ path: "/payload/newer", kind: "key", received: "newer" }],
    });
  });

  it("keeps frames that it does not know, from text, bytes or values", () => {
    const frame = { type: "hologram", angle: 1 };
    const text = JSON.stringify(frame);
    for (const input of [text, new TextEncoder().encode(text), new TextEncoder().encode(text).buffer, frame]) {
      const reading = readFrame(input);
      const unknown = [{ path: "", kind: "frame", received: "hologram" }];
      expect(reading).toEqual({ ok: true, value: frame, unknown });
      expect(reading.ok && isUnknown(reading.value)).toBe(true);
    }
    expect(readFrame("{")).toMatchObject({ ok: false, errors: [{ keyword: "json", instancePath: "" }] });
    expect(readFrame(new Uint8Array([34, 0xff, 34]))).toMatchObject({ ok: false, errors: [{ keyword: "json" }] });
  });

  it("does not look at bounds", () => {
    expect(readFrame({ type: "req", id: "", method: "" })).toMatchObject({ ok: true, unknown: [] });
  });

  it.each([
    ["a missing key", () => readResult("health", {}), { instancePath: "", keyword: "required" }],
    ["a wrong type", () => readResult("health", { ok: "yes" }), { instancePath: "/ok", keyword: "type" }],
    [
      "a wrong type beside an unknown key",
      () => readResult("health", { newer: 1, ok: "yes" }),
      { instancePath: "/ok", schemaPath: "#/properties/ok/type" },
    ],
    [
      "a constant of another type",
      () => readResult("chat.send", { runId: "1", status: 7 }),
      { instancePath: "/status" },
    ],
    ["a tag of another type", () => readFrame({ type: 7 }), { instancePath: "/type", keyword: "type" }],
    ["no tag", () => readFrame({}), { instancePath: "", params: { missingProperty: "type" } }],
    ["what is wrong in a payload", () => readEvent({ event: "tick", payload: {} }), { instancePath: "/payload" }],
    ["no payload", () => readEvent({ event: "tick" }), { instancePath: "/payload", keyword: "type" }],
    ["a method that it does not know", () => readResult("nope", {}), { keyword: "enum", params: { received: "nope" } }],
    ["what hides behind a prototype", () => readResult("toString", {}), { keyword: "enum" }],
    ["no object", () => readHealthResult([]), { instancePath: "", keyword: "type", message: "must be object" }],
  ])("refuses %s, and says where", (_what, read, error) => {
    expect(read()).toMatchObject({ ok: false, errors: [error] });
  });

  it("reads and validates by a method's constant as by its name", () => {
    const payload = { runId: "1", status: "queued" };
    expect(methods.readResult(chatSend, payload)).toEqual(readResult("chat.send", payload));
    expect(readResult(chatSend, payload)).toEqual(readResult("chat.send", payload));
    expect(strict.validateResponse(strict.chatSend, payload)).toMatchObject({
      ok: false,
      errors: [{ keyword: "enum" }],
    });
    expect(strict.validateRequest(strict.health, {})).toEqual({ ok: true, method: "health", params: {} });
  });
});
