import { readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { sampleProtocol } from "../../test/support/sample-protocol.js";
import { temporaryProject } from "../../test/support/temporary-project.js";
import type { ProtocolConfig } from "../config/config.js";
import { createDiagnosticList } from "../diagnostics/collector.js";
import { loadRegistry } from "./load-registry.js";
import type { Registry } from "./registry.js";

const repository = join(import.meta.dirname, "../..");

async function load(root: string, settings: Partial<ProtocolConfig> = {}, fresh = false): Promise<Registry> {
  const found = createDiagnosticList();
  const registry = await loadRegistry(sampleProtocol(settings), { root, diagnostics: found, fresh });
  expect(found.diagnostics).toEqual([]);
  if (registry === undefined) throw new Error("no registry and no finding");
  return registry;
}

/** Packages of several kinds, as they lie in a project's node_modules. */
const packages = {
  "node_modules/only-import/package.json":
    '{ "name": "only-import", "type": "module", "exports": { "./schema": { "import": "./schema.js" } } }',
  "node_modules/only-import/schema.js": 'export const ProtocolSchemas = { Imported: { type: "object" } };',
  "node_modules/counted/package.json": '{ "name": "counted", "main": "./index.js" }',
  "node_modules/counted/index.js": "exports.shared = { type: 'string' };",
};

describe("a TypeScript registry", () => {
  it("is read through .js specifiers, folders, tsconfig paths, JSON and packages of its own", async () => {
    const { root } = temporaryProject({
      ...packages,
      "tsconfig.json": '{ "compilerOptions": { "paths": { "@wire/*": ["./wire/*"] } } }',
      "protocol/schema.ts": [
        'import { Chat } from "../chat/chat.js";',
        'import { Tick } from "@wire/tick";',
        'import { shared } from "counted";',
        'import limits from "./limits.json";',
        "export const ProtocolSchemas = { Chat, Tick, Shared: shared, Limit: { maximum: limits.most } };",
        "export const PROTOCOL_VERSION: number = 3;",
        "export const MIN_NODE_PROTOCOL_VERSION = 2;",
        "export const MIN_CLIENT_PROTOCOL_VERSION = 1;",
        'export const ErrorCodes = { B: "B", A: "A" } as const;',
      ].join("\n"),
      "protocol/limits.json": '{ "most": 7 }',
      "chat/chat.mts": "export {};",
      "chat/chat.ts":
        'import { shared } from "counted"; export const Chat = { type: "array", items: shared } as const;',
      "wire/tick.ts": 'export enum Kind { Tick = "tick" }\nexport const Tick = { const: Kind.Tick };',
    });
    const registry = await load(root, { source: "protocol/schema.ts" });
    expect([...registry.schemas]).toEqual([
      ["Chat", { type: "array", items: { type: "string" } }],
      ["Tick", { const: "tick" }],
      ["Shared", { type: "string" }],
      ["Limit", { maximum: 7 }],
    ]);
    expect(registry).toMatchObject({
      source: "protocol/schema.ts",
      version: 3,
      minVersions: [
        { name: "MIN_CLIENT_PROTOCOL_VERSION", value: 1 },
        { name: "MIN_NODE_PROTOCOL_VERSION", value: 2 },
      ],
      errorCodes: ["B", "A"],
      files: ["chat/chat.ts", "protocol/limits.json", "protocol/schema.ts", "wire/tick.ts"].map((file) =>
        join(root, file),
      ),
    });
  });

  it("keeps the identity of a schema that two modules and a package share", async () => {
    const { root } = temporaryProject({
      ...packages,
      "schema.ts":
        'import { shared } from "counted"; import { again } from "./again.js";\nexport const ProtocolSchemas = { shared, again };',
      "again.ts": 'export { shared as again } from "counted";',
    });
    const { schemas } = await load(root);
    expect(schemas.get("shared")).toBe(schemas.get("again"));
  });

  it("reads TypeScript of a linked workspace package, which Node cannot import", async () => {
    const { root } = temporaryProject({
      "packages/core/package.json": '{ "name": "core", "type": "module", "exports": { ".": "./src/index.ts" } }',
      "packages/core/src/index.ts": 'export const Tick = { type: "object" } satisfies object;',
      "app/schema.ts": 'import { Tick } from "core"; export const ProtocolSchemas = { Tick };',
      "app/node_modules/.keep": "",
    });
    symlinkSync(join(root, "packages/core"), join(root, "app/node_modules/core"));
    const { schemas } = await load(root, { source: "app/schema.ts" });
    expect(schemas.get("Tick")).toEqual({ type: "object" });
  });

  it("knows where it lies: import.meta, require and top-level await", async () => {
    const { root } = temporaryProject({
      ...packages,
      "schema.mts": [
        'import { readFile } from "node:fs/promises";',
        "declare const require: (name: string) => { shared: object };",
        'const text = await readFile(new URL("./tick.json", import.meta.url), "utf8");',
        'export const ProtocolSchemas = { Tick: JSON.parse(text), Shared: require("counted").shared };',
      ].join("\n"),
      "tick.json": '{ "type": "null" }',
    });
    const { schemas } = await load(root, { source: "schema.mts" });
    expect([...schemas.values()]).toEqual([{ type: "null" }, { type: "string" }]);
  });

  it("reads .cts", async () => {
    const { root } = temporaryProject({
      "schema.cts":
        'const Tick: object = { type: "object" };\nmodule.exports = { ProtocolSchemas: { Tick }, PROTOCOL_VERSION: 4 };',
    });
    expect(await load(root, { source: "schema.cts" })).toMatchObject({ version: 4 });
  });

  it("leaves no file behind", async () => {
    const { root } = temporaryProject({ "schema.ts": "export const ProtocolSchemas = { A: true, B: false };" });
    const { schemas } = await load(root);
    expect([...schemas]).toEqual([
      ["A", {}],
      ["B", { not: {} }],
    ]);
    expect(readdirSync(root)).toEqual(["schema.ts"]);
  });

  it("is read again when one of its files has changed", async () => {
    const project = temporaryProject({
      "schema.ts": 'export { ProtocolSchemas } from "./schemas.js";',
      "schemas.ts": "export const ProtocolSchemas = { First: {} };",
    });
    expect([...(await load(project.root)).schemas.keys()]).toEqual(["First"]);
    project.write({ "schemas.ts": "export const ProtocolSchemas = { Second: {} };" });
    expect([...(await load(project.root)).schemas.keys()]).toEqual(["Second"]);
  });
});

describe("names of exports", () => {
  const text = "export const Wire = { Tick: {} }; export const RPCS = ['health']; export const VERSION = 9;";

  it("come from the config", async () => {
    const { root } = temporaryProject({ "schema.ts": text });
    const names = { schemas: "Wire", version: "VERSION", errorCodes: "ErrorCodes", methods: "RPCS", events: "EVENTS" };
    const registry = await load(root, { exports: names });
    expect(registry).toMatchObject({ version: 9, methods: [{ name: "health", metadata: {} }], events: [] });
  });

  it("are looked for where the config gives them, and the nearest is suggested", async () => {
    const { root } = temporaryProject({ "schema.ts": text });
    const names = { schemas: "Wire", version: "VERSION", errorCodes: "ErrorCodes", methods: "RPC", events: "PUSHES" };
    const found = createDiagnosticList();
    expect(await loadRegistry(sampleProtocol({ exports: names }), { root, diagnostics: found })).toBeUndefined();
    expect(found.diagnostics.map(({ message, help }) => [message, help])).toEqual([
      [
        'The registry "schema.ts" does not export "RPC"',
        'Did you mean "RPCS"? Then set `exports.methods: "RPCS"` in the config.',
      ],
      [
        'The registry "schema.ts" does not export "PUSHES"',
        "Export it, or name the export in the config with `exports.events`. It exports: RPCS, VERSION, Wire.",
      ],
    ]);
  });
});

describe("a JavaScript registry", () => {
  it.each([
    ["schema.mjs", "export const ProtocolSchemas = { Tick: {} };"],
    ["schema.cjs", "const schemas = { Tick: {} }; module.exports = { ProtocolSchemas: schemas };"],
  ])("is read from %s", async (source, text) => {
    const { root } = temporaryProject({ [source]: text });
    const registry = await load(root, { source: `./${source}` });
    expect(registry).toMatchObject({ source, files: [join(root, source)] });
    expect([...registry.schemas.keys()]).toEqual(["Tick"]);
  });

  it("is read again, with the files that it imports, when that is asked for", async () => {
    const project = temporaryProject({
      "schema.mjs": 'export { ProtocolSchemas } from "./schemas.mjs";',
      "schemas.mjs": "export const ProtocolSchemas = { First: {} };",
    });
    await load(project.root, { source: "schema.mjs" });
    project.write({ "schemas.mjs": "export const ProtocolSchemas = { Second: {} };" });
    const registry = await load(project.root, { source: "schema.mjs" }, true);
    expect([...registry.schemas.keys()]).toEqual(["Second"]);
    expect(registry.files).toHaveLength(2);
  });
});

describe("a package", () => {
  it("is read by its specifier, even where it is only for import", async () => {
    const { root } = temporaryProject(packages);
    const registry = await load(root, { source: "only-import/schema" });
    expect(registry.source).toBe("only-import/schema");
    expect([...registry.schemas.keys()]).toEqual(["Imported"]);
  });

  it("is read from the real protocol of 877 definitions", async () => {
    const registry = await load(repository, { source: "@openclaw/gateway-protocol/schema" });
    expect(registry.schemas.size).toBe(877);
    expect(registry).toMatchObject({ version: 4, errorCodes: expect.arrayContaining(["NOT_LINKED", "UNAVAILABLE"]) });
  });
});

describe("a JSON Schema file", () => {
  it("is read with its methods, events, error codes and version", async () => {
    const { root } = temporaryProject({
      "protocol.json": JSON.stringify({
        protocolVersion: 5,
        "x-errorCodes": ["GONE"],
        methods: { "chat.send": { since: "1.0", params: "ChatParams" } },
        events: [["tick", "core", "operator.read"]],
        $defs: {
          ChatParams: { properties: { $ref: { $ref: "#/$defs/a~1b%20c" } } },
          "a/b c": { const: { $ref: "#" } },
        },
      }),
    });
    const registry = await load(root, { source: "protocol.json" });
    expect(registry).toMatchObject({
      version: 5,
      errorCodes: ["GONE"],
      methods: [{ name: "chat.send", params: "ChatParams", metadata: { since: "1.0" } }],
      events: [{ name: "tick", metadata: { family: "core", scope: "operator.read" } }],
    });
    expect(registry.schemas.get("ChatParams")).toEqual({ properties: { $ref: { $ref: "#/$defs/a~1b%20c" } } });
  });

  it("is read from the real protocol's own document, methods included", async () => {
    const source = "node_modules/@openclaw/gateway-protocol/protocol.schema.json";
    const registry = await load(repository, { source });
    expect([registry.schemas.size, registry.methods.length]).toEqual([877, 410]);
  });
});
