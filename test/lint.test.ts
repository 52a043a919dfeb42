import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { lint } from "../src/index.js";
import { runInProcess } from "./support/run-in-process.js";

const repository = join(import.meta.dirname, "..");
const temporary: string[] = [];

afterAll(() => {
  for (const folder of temporary) rmSync(folder, { recursive: true });
});

/** A project with a config and files of its own. The section may be one that no config should have. */
function project(files: Readonly<Record<string, string>>, section: object = {}): string {
  const root = mkdtempSync(join(tmpdir(), "typewire-lint-"));
  temporary.push(root);
  const source = "schema.json" in files ? "./schema.json" : "./schema.ts";
  const config = { protocols: { chat: { source, targets: { "json-schema": true } } }, lint: section };
  const all = { ...files, "typewire.config.json": JSON.stringify(config) };
  for (const [name, text] of Object.entries(all)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  symlinkSync(join(repository, "node_modules"), join(root, "node_modules"));
  return root;
}

/** A registry whose one object is open and whose id may be empty. */
const sloppy = `import { type Static, Type } from "@sinclair/typebox";
export const PeerSchema = Type.Object({ id: Type.String() });
export type Peer = Static<typeof PeerSchema>;
export const ProtocolSchemas = { Peer: PeerSchema };
`;

async function codes(root: string): Promise<readonly string[]> {
  const { diagnostics } = await lint({ root });
  return diagnostics.map(({ code, severity, path }) => `${severity} ${code} ${path ?? ""}`.trim());
}

/** Mends a registry and gives its new text. */
async function mendedText(files: Readonly<Record<string, string>>): Promise<string> {
  const root = project(files);
  const { diagnostics } = await lint({ root, fix: true });
  expect(diagnostics).toEqual([]);
  return readFileSync(join(root, "schema.ts"), "utf8");
}

describe("lint in a project", () => {
  it("finds the two samples clean, but for what the config says with a reason", async () => {
    expect(await lint({ root: repository })).toEqual({ changed: [], diagnostics: [] });
  });

  it("counts a rule as the config says", async () => {
    const root = project({ "schema.ts": sloppy }, { rules: { "closed-objects": "warn", "non-empty-ids": "off" } });
    expect(await codes(root)).toEqual(["warning lint/closed-objects Peer"]);
    const { exitCode } = await runInProcess(["lint"], root);
    expect(exitCode).toBe(0);
  });

  it("leaves alone what an entry ignores, and reports an entry that ignores nothing", async () => {
    const ignore = [
      { rule: "closed-objects", path: "Pe*", reason: "older peers add keys" },
      { rule: "closed-objects", path: "Peer.id", reason: "misspelt" },
      { rule: "non-empty-ids", path: "Peer.id", protocol: "other", reason: "another protocol" },
    ];
    expect(await codes(project({ "schema.ts": sloppy }, { ignore }))).toEqual([
      "error lint/non-empty-ids Peer.id",
      "warning lint/unused-ignore",
      "error lint/unknown-protocol",
    ]);
  });

  it("says of no entry that it ignores nothing where its rule could not run", async () => {
    const entry = { rule: "type-exported", path: "Peer", reason: "its type is written elsewhere" };
    const document = '{ "definitions": { "Peer": { "type": "string" } } }';
    expect(await codes(project({ "schema.json": document }, { ignore: [entry] }))).toEqual([]);
    const off = { ignore: [entry], rules: { "type-exported": "off", "closed-objects": "off", "non-empty-ids": "off" } };
    expect(await codes(project({ "schema.ts": sloppy }, off))).toEqual([]);
    const broken = await codes(project({ "schema.ts": "export const ProtocolSchemas = {};" }, { ignore: [entry] }));
    expect(broken).toEqual(["error registry/empty-registry"]);
  });

  it("refuses an ignore entry without a reason, and a rule that does not exist", async () => {
    const entry = { rule: "closed-objects", path: "Peer" };
    const root = project({ "schema.ts": sloppy }, { ignore: [entry], rules: { "closed-object": "off" } });
    const { stderr, exitCode } = await runInProcess(["lint"], root);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('The key "reason" is missing in lint.ignore[0]');
    expect(stderr).toContain('Did you mean "closed-objects"?');
  });

  it("takes the project's own words for side effects", async () => {
    const schema = sloppy.replace("export const P", 'export const METHODS = ["door.knock"];\nexport const P');
    const rules = { "closed-objects": "off", "non-empty-ids": "off" };
    expect(await codes(project({ "schema.ts": schema }, { rules }))).toEqual([]);
    expect(await codes(project({ "schema.ts": schema }, { rules, sideEffects: { verbs: ["knock"] } }))).toEqual([
      "error lint/idempotency-key door.knock",
    ]);
  });

  it("runs the rules about the protocol on a JSON Schema file, and no other", async () => {
    const definitions = { Peer: { type: "object", properties: { id: { type: "string" } } } };
    const root = project({ "schema.json": JSON.stringify({ definitions }, null, 2) });
    const { diagnostics } = await lint({ root, fix: true });
    expect(diagnostics.map(({ code }) => code)).toEqual(["lint/closed-objects", "lint/non-empty-ids"]);
    expect(diagnostics.map(({ location }) => location?.line)).toEqual([3, 6]);
  });

  it("ends with 1 where it finds something, and with 0 after it has mended everything", async () => {
    const root = project({ "schema.ts": sloppy });
    const found = await runInProcess(["lint"], root);
    expect([found.exitCode, found.stdout]).toEqual([1, "2 findings, 2 of them for --fix in 1 protocol\n"]);
    const mended = await runInProcess(["lint", "--fix"], root);
    expect([mended.exitCode, mended.stdout]).toEqual([0, "mended   schema.ts\n0 findings in 1 protocol\n"]);
    expect(await runInProcess(["lint"], root)).toMatchObject({ exitCode: 0, stdout: "0 findings in 1 protocol\n" });
  });

  it("ends with 2 where a registry cannot be loaded", async () => {
    const root = project({ "schema.ts": "export const ProtocolSchemas = {};" });
    const { exitCode, stderr } = await runInProcess(["lint"], root);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("registry/empty-registry");
  });
});

/** A registry of one union. */
const unionSchema = (list: readonly string[]) =>
  [
    `import { type Static, Type } from "@sinclair/typebox";`,
    `export const UnionSchema = Type.Union([\n  ${list.join(",\n  ")},\n]);`,
    `export type Union = Static<typeof UnionSchema>;`,
    `export const ProtocolSchemas = { Union: UnionSchema };`,
    ``,
  ].join("\n");

describe("lint --fix", () => {
  it("keeps line ends, quotes, missing semicolons and indentation", async () => {
    const schema = [
      `import { Type } from '@sinclair/typebox'`,
      `import { WordSchema } from './word'`,
      ``,
      `export const PeerSchema = Type.Object(`,
      `\t{`,
      `\t\tid: Type.String({}),`,
      `\t\tkey: Type.String(`,
      `\t\t\t{`,
      `\t\t\t\tmaxLength: 9 // short`,
      `\t\t\t}`,
      `\t\t),`,
      `\t\tword: WordSchema`,
      `\t},`,
      `)`,
      ``,
      `export const ProtocolSchemas = {`,
      `\tPeer: PeerSchema`,
      `}`,
      ``,
    ];
    const word = [
      `import { Type, type Static } from '@sinclair/typebox'`,
      `export const WordSchema = Type.String()`,
      `export type Word = Static<typeof WordSchema>`,
      ``,
    ];
    const text = await mendedText({ "schema.ts": schema.join("\r\n"), "word.ts": word.join("\r\n") });
    expect(text.split("\r\n")).toEqual([
      `import { Type, type Static } from '@sinclair/typebox'`,
      `import { WordSchema } from './word'`,
      ``,
      `export const PeerSchema = Type.Object(`,
      `\t{`,
      `\t\tid: Type.String({ minLength: 1 }),`,
      `\t\tkey: Type.String(`,
      `\t\t\t{`,
      `\t\t\t\tmaxLength: 9, // short`,
      `\t\t\t\tminLength: 1`,
      `\t\t\t}`,
      `\t\t),`,
      `\t\tword: WordSchema`,
      `\t},`,
      `\t{ additionalProperties: false },`,
      `)`,
      `export type Peer = Static<typeof PeerSchema>`,
      ``,
      `export const ProtocolSchemas = {`,
      `\tPeer: PeerSchema,`,
      `\tWord: WordSchema`,
      `}`,
      ``,
    ]);
  });

  it("imports a schema that it registers, as the file's other imports are written", async () => {
    const text = await mendedText({
      "schema.ts": [
        `import { PeerSchema } from './parts/peer.ts'`,
        `export * from './parts/word.ts'`,
        `export const ProtocolSchemas = { Peer: PeerSchema }`,
        ``,
      ].join("\n"),
      "parts/peer.ts": `import { Type, type Static } from '@sinclair/typebox'\nexport const PeerSchema = Type.Null()\nexport type Peer = Static<typeof PeerSchema>\n`,
      "parts/word.ts": `import { Type, type Static } from '@sinclair/typebox'\nexport const WordSchema = Type.String()\nexport type Word = Static<typeof WordSchema>\n`,
    });
    expect(text.split("\n")).toEqual([
      `import { PeerSchema } from './parts/peer.ts'`,
      `import { WordSchema } from './parts/word.ts'`,
      `export * from './parts/word.ts'`,
      `export const ProtocolSchemas = { Peer: PeerSchema, Word: WordSchema }`,
      ``,
    ]);
  });

  it("leaves alone what is said to be open, and mends the object that is named, whatever stands before it in a union", async () => {
    const members = [
      'Type.Literal("a")',
      'Type.Literal("b")',
      "Type.Null()",
      "Type.Object({ x: Type.Integer() }, { additionalProperties: true })",
      "Type.Union([Type.Object({ y: Type.Integer() }), Type.Object({ z: Type.Integer() }, { additionalProperties: {} })])",
    ];
    expect(await codes(project({ "schema.ts": unionSchema(members) }))).toEqual([
      "error lint/closed-objects Union.anyOf[4].anyOf[0]",
    ]);
    const text = await mendedText({ "schema.ts": unionSchema(members) });
    const closed = "Type.Object({ y: Type.Integer() }, { additionalProperties: false })";
    expect(text).toBe(
      unionSchema(members.map((member) => member.replace("Type.Object({ y: Type.Integer() })", closed))),
    );
  });

  it("never edits an object that an entry ignores, and counts the entry as used", async () => {
    const schema = `import { type Static, Type } from "@sinclair/typebox";
export const UnionSchema = Type.Union([Type.Literal("a"), Type.Literal("b"), Type.Object({ x: Type.Integer() }), Type.Object({ y: Type.Integer() })]);
export type Union = Static<typeof UnionSchema>;
export const ProtocolSchemas = { Union: UnionSchema };
`;
    const ignore = [{ rule: "closed-objects", path: "Union.anyOf[2]", reason: "older peers add keys" }] as const;
    const root = project({ "schema.ts": schema }, { ignore: [...ignore] });
    const { diagnostics, changed } = await lint({ root, fix: true });
    expect([diagnostics, changed]).toEqual([[], ["schema.ts"]]);
    const mended = schema.replace("{ y: Type.Integer() }", "{ y: Type.Integer() }, { additionalProperties: false }");
    expect(readFileSync(join(root, "schema.ts"), "utf8")).toBe(mended);
  });

  it("leaves files outside the project alone", async () => {
    const outside = project({ "schema.ts": sloppy });
    const root = project({ "schema.ts": `export * from "${join(outside, "schema.ts")}";\n` });
    const { changed, diagnostics } = await lint({ root, fix: true });
    expect(changed).toEqual([]);
    expect(diagnostics.map(({ code }) => code)).toEqual(["lint/closed-objects", "lint/non-empty-ids"]);
    expect(readFileSync(join(outside, "schema.ts"), "utf8")).toBe(sloppy);
  });
});
