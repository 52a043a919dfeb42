import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isUnknown } from "../../../generated/gateway/typescript/protocol.js";
import { emptyFolder, typecheck, writeInto } from "../../../test/support/typecheck.js";
import { findSwift } from "../../../test/support/swift.js";
import { runProgram } from "./support/run-program.js";
import { buildSwiftDemo } from "./support/swift-demo.js";
import { testClient } from "./support/test-client.js";
import { testGateway } from "./support/test-gateway.js";

const EXAMPLE = join(import.meta.dirname, "..");
const swift = buildSwiftDemo();

/** The client of the protocol's documentation, with nothing changed but the port. */
function minimalClient(port: number): string {
  const folder = emptyFolder("gateway-minimal-client");
  const text = readFileSync(join(EXAMPLE, "minimal-client.ts"), "utf8");
  writeInto(folder, "client.mjs", text.replace("18789", String(port)));
  return join(folder, "client.mjs");
}

/** A module with the types of handlers. */
function module(body: string): string {
  return `import type { Handler, Handlers } from "../../../examples/gateway/server/handler.js";\n${body}\nexport type Used = Handlers | Handler<"health">;\n`;
}

/** A module that calls a method and takes a text out of its result. */
function call(method: string, params: string): string {
  return `import { GatewayClient } from "../../../examples/gateway/client/gateway-client.js";
declare const client: GatewayClient;
export const text: Promise<string> = client.request("${method}", ${params}).then((result) => result.text);
`;
}

describe("one gateway", () => {
  it("serves the minimal client, the Node client and the Swift client at the same time", async () => {
    const { url, port } = await testGateway({ policy: { tickIntervalMs: 200 } });
    const node = testClient({ url });
    const someoneCame = new Promise<void>((resolve) => {
      node.on("presence", ({ presence }) => (presence.length > 1 ? resolve() : undefined));
    });
    const someoneSpoke = new Promise<void>((resolve) => {
      node.on("chat", (chat) => (!isUnknown(chat) && chat.state === "delta" ? resolve() : undefined));
    });
    await node.connect();
    const [minimal, demo] = await Promise.all([
      runProgram([process.execPath, minimalClient(port)], { cwd: EXAMPLE }),
      swift?.run(url),
    ]);
    expect(minimal).toMatchObject({ code: 0, stderr: "" });
    expect(minimal.stdout).toMatch(/^health: \{\n {2}ok: true,/u);
    const echo = await node.request("system.echo", { text: "still here" });
    expect(echo).toEqual({ ok: true, text: "still here" });
    await testClient({ url }).connect();
    await someoneCame;
    if (demo === undefined) return;
    expect(demo).toMatchObject({ code: 0, stderr: "" });
    const [hello, health, echoed, chat, ...pushed] = demo.stdout.trimEnd().split("\n");
    expect([hello, health, echoed, chat]).toEqual([
      "hello: protocol 3",
      "health: true",
      "echo: hi from Swift",
      "chat: started",
    ]);
    expect(pushed.at(-1)).toBe("tick: true");
    await someoneSpoke;
  });
});

describe("the Swift client", () => {
  it("is laid out as swift-format does", () => {
    const tools = findSwift();
    if (tools === undefined) return;
    const sources = ["Package.swift", "Sources/GatewayClient", "Sources/gateway-demo"];
    expect(tools.run("swift-format", ["lint", "--strict", "--recursive", ...sources], join(EXAMPLE, "swift"))).toEqual({
      code: 0,
      stdout: "",
      stderr: "",
    });
  });
});

describe("the compiler", () => {
  it("refuses a handler with a wrong result or none at all, and a call with wrong params", () => {
    const folder = emptyFolder("gateway-handlers");
    writeInto(
      folder,
      "right.ts",
      module('export const right: Handler<"system.echo"> = ({ text }) => ({ ok: true, text });'),
    );
    writeInto(
      folder,
      "wrong.ts",
      module('export const wrong: Handler<"system.echo"> = ({ text }) => ({ ok: "yes", text });'),
    );
    writeInto(
      folder,
      "extra.ts",
      module('export const extra: Handler<"system.echo"> = ({ words }) => ({ ok: true, text: words });'),
    );
    writeInto(folder, "none.ts", module("export const none: Handlers = {};"));
    writeInto(folder, "right-call.ts", call("system.echo", '{ text: "hi" }'));
    writeInto(folder, "wrong-call.ts", call("system.echo", '{ txt: "hi" }'));
    writeInto(folder, "wrong-method.ts", call("system.ecko", '{ text: "hi" }'));
    writeInto(folder, "wrong-result.ts", call("status", "{}"));
    const faults = typecheck(folder).match(/^\S*gateway-handlers\/\S+\.ts.*error TS\d+/gmu) ?? [];
    expect(faults.map((fault) => fault.replace(/^.*\/|\(.*error/gu, ""))).toEqual([
      "extra.ts TS2339",
      "none.ts TS2740",
      "wrong-call.ts TS2561",
      "wrong-method.ts TS2345",
      "wrong-method.ts TS2339",
      "wrong-result.ts TS2339",
      "wrong.ts TS2322",
    ]);
  });
});
