import { beforeAll, describe, expect, it } from "vitest";
import { type Exports, importModule, writeJavascript } from "./support/import-typescript.js";
import { emptyFolder, typecheck, writeInto } from "./support/typecheck.js";
import { printTypescript, sources } from "./support/typescript-samples.js";

/** Calls an exported function. */
function call(module: Exports, name: string, ...parameters: readonly unknown[]): unknown {
  const exported = module[name];
  if (typeof exported !== "function") throw new Error(`${name} is no function`);
  return exported(...parameters);
}

const FRAME = { type: "event", event: "tick", payload: { ts: 1 }, seq: 3 };

describe.each(["standalone", "ajv"])("the gateway's modules with the engine %s", (engine) => {
  const modules: { validators: Exports; protocol: Exports } = { validators: {}, protocol: {} };

  beforeAll(async () => {
    const units = await printTypescript(sources["gateway"] ?? "", { engine });
    const folder = writeJavascript(units, `typescript-protocol-${engine}`);
    modules.validators = await importModule(folder, "validators.js");
    modules.protocol = await importModule(folder, "protocol.js");
  });

  it("parse a frame from text and from bytes", () => {
    const text = JSON.stringify(FRAME);
    expect(call(modules.validators, "parseFrame", text)).toEqual({ ok: true, frame: FRAME });
    const bytes = new TextEncoder().encode(text);
    expect(call(modules.validators, "parseFrame", bytes)).toEqual({ ok: true, frame: FRAME });
    expect(call(modules.validators, "parseFrame", bytes.buffer)).toEqual({ ok: true, frame: FRAME });
  });

  it("say what is wrong with a frame as data, whatever it is", () => {
    const { validators } = modules;
    expect(call(validators, "parseFrame", "{")).toMatchObject({ errors: [{ instancePath: "", keyword: "json" }] });
    const noUtf8 = new Uint8Array([0x22, 0xff, 0x22]);
    expect(call(validators, "parseFrame", noUtf8)).toMatchObject({ ok: false, errors: [{ keyword: "json" }] });
    expect(call(validators, "parseFrame", '{"type":"event","event":""}')).toMatchObject({ ok: false });
    expect(call(validators, "parseFrame", "null")).toMatchObject({ ok: false });
  });

  it("validate params, results and payloads by name", () => {
    const request = (method: string, params: unknown) => call(modules.validators, "validateRequest", method, params);
    const params = { sessionKey: "main", message: "hi", idempotencyKey: "k" };
    expect(request("chat.send", params)).toEqual({ ok: true, method: "chat.send", params });
    expect(request("chat.send", { ...params, message: 1 })).toMatchObject({
      ok: false,
      errors: [{ instancePath: "/message", keyword: "type" }],
    });
    expect(call(modules.validators, "validateEvent", "tick", { ts: 1 })).toEqual({
      ok: true,
      event: "tick",
      payload: { ts: 1 },
    });
    expect(call(modules.validators, "validateEvent", "tick", {})).toMatchObject({ ok: false });
    expect(call(modules.validators, "validateResponse", "connect", {})).toMatchObject({ ok: false });
  });

  it("refuse a name that nobody knows", () => {
    for (const name of ["nope", "__proto__", "constructor", ""]) {
      expect(call(modules.validators, "validateRequest", name, {})).toMatchObject({
        ok: false,
        errors: [{ keyword: "enum", params: { received: name } }],
      });
      expect(call(modules.validators, "validateEvent", name, {})).toMatchObject({ ok: false });
    }
  });

  it("agree on a version where there is one", () => {
    const negotiate = (...versions: readonly number[]) => call(modules.protocol, "negotiateVersion", ...versions);
    const { PROTOCOL_VERSION: current, MIN_CLIENT_PROTOCOL_VERSION: oldest } = modules.protocol;
    expect([current, oldest]).toEqual([3, 3]);
    expect(negotiate(1, 9)).toBe(3);
    expect(negotiate(3, 3)).toBe(3);
    expect(negotiate(1, 2)).toBeUndefined();
    expect(negotiate(4, 9)).toBeUndefined();
    expect(negotiate(2, 2, 2)).toBe(2);
    expect(negotiate(Number.NaN, 3)).toBeUndefined();
  });

  it("list error codes, methods and events", () => {
    expect(modules.protocol["ErrorCode"]).toMatchObject({ NOT_LINKED: "NOT_LINKED", UNAVAILABLE: "UNAVAILABLE" });
    expect(modules.protocol["METHODS"]).toContain("chat.send");
    expect(modules.protocol["EVENTS"]).toContain("tick");
  });
});

const USE = `
import type { ErrorCode, EventMap, MethodMap, Params, Payload, Result } from "./protocol.js";
import type * as types from "./types.js";
import { parseFrame, validateEvent, validateRequest, validateResponse } from "./validators.js";

declare function request<M extends keyof MethodMap>(method: M, params: Params<M>): Promise<Result<M>>;
declare function on<E extends keyof EventMap>(event: E, listener: (payload: Payload<E>) => void): void;

export async function client(): Promise<types.HelloOk> {
  on("tick", ({ ts }) => ts.toFixed());
  // @ts-expect-error: the params of another method
  await request("chat.send", { nodeId: "n" });
  const hello: types.HelloOk = await request("connect", {
    minProtocol: 3,
    maxProtocol: 3,
    client: { id: "a", displayName: "b", version: "1", platform: "node", mode: "cli" },
  });
  return hello;
}

export function server(text: string): string | ErrorCode {
  const parsed = parseFrame(text);
  if (!parsed.ok) return parsed.errors.map(({ message }) => message).join();
  if (parsed.frame.type !== "req") return "INVALID_REQUEST";
  const call = validateRequest(parsed.frame.method, parsed.frame.params);
  if (!call.ok) return "INVALID_REQUEST";
  switch (call.method) {
    case "chat.send":
      return call.params.message;
    default:
      return call.method;
  }
}

export function byName(value: unknown): number | string {
  const tick = validateEvent("tick", value);
  if (tick.ok) return tick.payload.ts;
  const hello = validateResponse("connect", value);
  return hello.ok ? hello.payload.server.version : "";
}
`;

describe("the gateway's typed tables", () => {
  it("infer params, results and payloads from names", async () => {
    const folder = emptyFolder("typescript-tables");
    for (const { path, text } of await printTypescript(sources["gateway"] ?? "")) writeInto(folder, path, text);
    writeInto(folder, "use.ts", USE);
    expect(typecheck(folder)).toBe("");
  });
});
