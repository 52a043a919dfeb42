import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../src/diagnostics/diagnostic.js";
import { check, generate } from "../src/index.js";
import { findSwift, swiftFolder } from "./support/swift.js";
import { temporaryProject } from "./support/temporary-project.js";
import { emptyFolder, typecheck, writeInto } from "./support/typecheck.js";

const SCHEMA = `
export const PROTOCOL_VERSION = 3;
export const MIN_CLIENT_PROTOCOL_VERSION = 2;
export const ErrorCodes = ["GONE"];
export const METHODS = ["ping"];
export const ProtocolSchemas = { PingParams: { type: "object", properties: {}, additionalProperties: false } };
`;
const swift = findSwift();

/** A project with a protocol, both languages, and what else its config says of it. */
function project(settings: object, ownOptions: object = {}): string {
  const targets = { swift: { output: "Models.swift", ...ownOptions }, typescript: { output: "ts" } };
  const config = { protocols: { p: { source: "./schema.mjs", targets, ...settings } } };
  return temporaryProject({ "schema.mjs": SCHEMA, "typewire.config.json": JSON.stringify(config) }).root;
}

interface Generated {
  readonly models: string;
  readonly protocol: string;
  /** Every TypeScript module by its path. */
  readonly modules: readonly (readonly [path: string, text: string])[];
}

/** What is generated, in both languages. */
async function generated(settings: object): Promise<Generated> {
  const root = project(settings);
  expect((await generate({ root })).diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const text = (path: string): string => readFileSync(join(root, path), "utf8");
  const modules = readdirSync(join(root, "ts")).map((path): [string, string] => [path, text(`ts/${path}`)]);
  return { models: text("Models.swift"), protocol: text("ts/protocol.ts"), modules };
}

async function faults(names: object): Promise<readonly string[]> {
  const { diagnostics } = await check({ root: project({ names }) });
  return diagnostics.map(({ code }) => code).filter((code) => !code.startsWith("check/"));
}

describe("the names of what is the protocol's own", () => {
  it("are each language's usual ones where the config says nothing", async () => {
    const { models, protocol } = await generated({});
    expect(models).toContain("let GATEWAY_PROTOCOL_VERSION = 3");
    expect(models).toContain("let GATEWAY_MIN_CLIENT_PROTOCOL_VERSION = 2");
    expect(models).toMatch(/enum ErrorCode\b/);
    expect(protocol).toContain("export const PROTOCOL_VERSION = 3;");
    expect(protocol).toContain("oldest: number = MIN_CLIENT_PROTOCOL_VERSION,");
    expect(protocol).toContain("export type ErrorCode = (typeof ErrorCode)[keyof typeof ErrorCode];");
  });

  it("are the config's in every language, and what is generated compiles", async () => {
    const names = { errorCode: "ChatErrorCode", versionConstant: "CHAT_PROTOCOL_VERSION" };
    const { models, protocol, modules } = await generated({ names });
    for (const text of [models, protocol]) {
      expect(text).toMatch(/\bCHAT_PROTOCOL_VERSION = 3/);
      expect(text).toMatch(/\bCHAT_MIN_CLIENT_PROTOCOL_VERSION = 2/);
      expect(text).toMatch(/\bChatErrorCode\b/);
      expect(text).not.toMatch(/\b(GATEWAY_PROTOCOL_VERSION|PROTOCOL_VERSION|MIN_CLIENT_PROTOCOL_VERSION|ErrorCode)\b/);
    }
    expect(protocol).toContain("Math.min(max, CHAT_PROTOCOL_VERSION)");
    const folder = emptyFolder("protocol-names");
    for (const [path, text] of modules) writeInto(folder, path, text);
    expect(typecheck(folder)).toBe("");
    if (swift === undefined) return;
    const models2 = swiftFolder("protocol-names-swift");
    writeInto(models2, "Models.swift", models);
    expect(swift.run("swiftc", ["-typecheck", "-parse-as-library", "Models.swift"], models2).stderr).toBe("");
  });

  it("leave the minimums as they are where the version's own name has another form", async () => {
    const { models, protocol } = await generated({ names: { versionConstant: "WIRE_VERSION" } });
    for (const text of [models, protocol]) {
      expect(text).toMatch(/\bWIRE_VERSION = 3/);
      expect(text).toMatch(/\bMIN_CLIENT_PROTOCOL_VERSION = 2/);
    }
  });

  it("are refused where TypeScript or the module has something else of that name", async () => {
    for (const name of ["any", "MethodMap", "Math", "negotiateVersion", "PROTOCOL_VERSION", "eval"]) {
      expect(await faults({ errorCode: name }), name).toContain("typescript/bad-name");
    }
    expect(await faults({ versionConstant: "METHODS" })).toEqual(["typescript/bad-name"]);
  });

  it("are refused in the config where they are a name nowhere", async () => {
    for (const errorCode of ["", "1", "a b", "Fehlér", "_"]) {
      expect(await faults({ errorCode }), errorCode).toEqual(["config/invalid-value"]);
    }
  });

  it("are looked for at the protocol, which is said where they are an option of a language", async () => {
    const root = project({}, { versionConstant: "V", errorCode: "E" });
    const { diagnostics } = await check({ root });
    const told = diagnostics.map(({ code, help }: Diagnostic) => [code, help?.split("?")[0]]);
    expect(told).toEqual([
      ["config/unknown-key", 'Did you mean "protocols.p.names.versionConstant"'],
      ["config/unknown-key", 'Did you mean "protocols.p.names.errorCode"'],
    ]);
  });
});
