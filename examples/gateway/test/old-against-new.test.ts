import { beforeAll, describe, expect, it } from "vitest";
import { type NextVersion, startNextGateway } from "./support/next-gateway.js";
import { buildSwiftDemo, type SwiftDemo } from "./support/swift-demo.js";
import { testClient } from "./support/test-client.js";

/** A gateway with a new frame type, a new enum value, a new event, a new optional field and a new variant of a union. */
const additions: NextVersion = {
  name: "next",
  changes: [
    {
      file: "fixtures/gateway/frames.ts",
      from: "[RequestFrameSchema, ResponseFrameSchema, EventFrameSchema]",
      to: '[RequestFrameSchema, ResponseFrameSchema, EventFrameSchema, Type.Object({ type: Type.Literal("notice"), text: NonEmptyString }, { additionalProperties: false })]',
    },
    {
      file: "fixtures/gateway/chat.ts",
      from: 'Type.Literal("in_flight"),',
      to: 'Type.Literal("in_flight"), Type.Literal("queued"),',
    },
    {
      file: "fixtures/gateway/chat.ts",
      from: 'Type.Object({ type: Type.Literal("text"),',
      to: 'Type.Object({ type: Type.Literal("audio"), url: NonEmptyString }), Type.Object({ type: Type.Literal("text"),',
    },
    {
      file: "fixtures/gateway/system.ts",
      from: "{\n    ok: Type.Boolean(),\n    ts:",
      to: "{\n    region: Type.Optional(NonEmptyString),\n    ok: Type.Boolean(),\n    ts:",
    },
  ],
  commands: [["add", "event", "weather", "--payload", "sky:string"]],
  main: `
    import { startGateway } from "./examples/gateway/server/start-gateway.js";
    const gateway = await startGateway({
      handlers: {
        health: () => ({ ok: true, region: "eu" }),
        "system.echo": ({ text }, { caller, gateway }) => {
          caller.connection.send({ type: "notice", text: "maintenance tonight" });
          gateway.hub.broadcast("weather", { sky: "clear" });
          return { ok: true, text };
        },
        "chat.send": (_params, { gateway }) => {
          gateway.hub.broadcast("tick", { ts: gateway.now() });
          return { runId: "1", status: "queued" };
        },
        "chat.history": ({ sessionKey }) => ({
          sessionKey,
          messages: [{ role: "user", content: [{ type: "audio", url: "a" }, { type: "text", text: "hi" }] }],
        }),
      },
    });
    process.send?.(gateway.url);
  `,
};

/** A gateway that speaks a newer version only. */
const raised: NextVersion = {
  name: "raised",
  changes: [
    { file: "fixtures/gateway/schema.ts", from: "PROTOCOL_VERSION = 3", to: "PROTOCOL_VERSION = 5" },
    {
      file: "fixtures/gateway/schema.ts",
      from: "MIN_CLIENT_PROTOCOL_VERSION = 3",
      to: "MIN_CLIENT_PROTOCOL_VERSION = 4",
    },
  ],
  main: `
    import { startGateway } from "./examples/gateway/server/start-gateway.js";
    process.send?.((await startGateway()).url);
  `,
};

const mismatch = "protocol mismatch: the gateway speaks version 4 to 5, the client 3; update the client";

let swift: SwiftDemo | undefined;
beforeAll(() => {
  swift = buildSwiftDemo();
});

describe("clients of today", () => {
  it("get along with a gateway that has more than they know", async () => {
    const url = await startNextGateway(additions);
    const unknown: unknown[] = [];
    const newer: unknown[] = [];
    const lost: string[] = [];
    const client = testClient({
      url,
      onUnknown: (frame) => unknown.push(frame),
      onNewer: (found, where) => newer.push([where, ...found]),
      onLost: (reason) => lost.push(reason),
    });
    const ticks: number[] = [];
    client.on("tick", ({ ts }) => ticks.push(ts));
    const { features } = await client.connect();
    expect(features.events).toContain("weather");
    expect(await client.request("health", {})).toEqual({ ok: true, region: "eu" });
    expect(await client.request("system.echo", { text: "hi" })).toEqual({ ok: true, text: "hi" });
    const chat = { sessionKey: "main", message: "hi", idempotencyKey: "1" };
    expect(await client.request("chat.send", chat)).toEqual({ runId: "1", status: "queued" });
    expect(await client.request("chat.history", { sessionKey: "main" })).toEqual({
      sessionKey: "main",
      messages: [
        {
          role: "user",
          content: [
            { type: "audio", url: "a" },
            { type: "text", text: "hi" },
          ],
        },
      ],
    });
    expect(unknown).toEqual([
      { type: "notice", text: "maintenance tonight" },
      { type: "event", event: "weather", payload: { sky: "clear" }, seq: expect.any(Number) },
    ]);
    expect(newer).toEqual([
      ["health", { kind: "key", path: "/region", received: "region" }],
      ["chat.send", { kind: "value", path: "/status", received: "queued" }],
      ["chat.history", { kind: "variant", path: "/messages/0/content/0", received: "audio" }],
    ]);
    // The one behind the greeting, and the one that `chat.send` causes there.
    expect(ticks).toHaveLength(2);
    expect(lost).toEqual([]);

    const demo = await swift?.run(url);
    if (demo === undefined) return;
    const lines = demo.stdout
      .trimEnd()
      .split("\n")
      .filter((line) => !line.startsWith("event: presence"));
    expect({ ...demo, stdout: lines }).toEqual({
      code: 0,
      stderr: "",
      stdout: [
        "hello: protocol 3",
        "health: true",
        "echo: hi from Swift",
        "chat: queued (not known)",
        "tick: true",
        "frame: notice (not known)",
        "event: weather (not known)",
        "tick: true",
      ],
    });
  });

  it("are told what is wrong by a gateway that does not speak their version any more", async () => {
    const url = await startNextGateway(raised);
    await expect(testClient({ url }).connect()).rejects.toMatchObject({
      kind: "refused",
      message: mismatch,
      shape: { code: "INVALID_REQUEST", details: { minProtocol: 4, maxProtocol: 5 } },
    });
    const demo = await swift?.run(url);
    if (demo === undefined) return;
    expect(demo).toEqual({ code: 0, stderr: "", stdout: `refused: INVALID_REQUEST: ${mismatch}\n` });
  });
});
