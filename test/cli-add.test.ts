import { readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { format } from "prettier";
import { describe, expect, it } from "vitest";
import { readTree } from "./support/read-tree.js";
import { runInProcess } from "./support/run-in-process.js";
import { sampleProject } from "./support/sample-project.js";
import { temporaryProject, type TemporaryProject } from "./support/temporary-project.js";

const REPOSITORY = join(import.meta.dirname, "..");
/** Of the registry alone: the generated files are not what is tested here. */
const LAYOUT = { "schema/.prettierrc.json": '{ "printWidth": 120 }' };

/** Takes every mention of the worked example out of a file of the sample. */
function withoutEcho(text: string): string {
  return text
    .replaceAll(/^export const SystemEcho\w+ = Type\.Object\([\s\S]*?\);\n\n/gmu, "")
    .replaceAll(/^export type SystemEcho.*\n/gmu, "")
    .replaceAll(/^ {2}(?:SystemEcho\w+(?:: \w+)?|"system\.echo": .*),\n/gmu, "");
}

/** The gateway sample as it was before `system.echo`. */
function sampleWithoutEcho(): TemporaryProject {
  const project = sampleProject();
  project.write(LAYOUT);
  for (const file of ["system.ts", "schema.ts", "surface.ts"]) {
    const path = join(project.root, "schema", file);
    writeFileSync(path, withoutEcho(readFileSync(path, "utf8")));
    expect(readFileSync(path, "utf8")).not.toMatch(/echo/iu);
  }
  return project;
}

/** A small registry in the habits of another author: tabs, single quotes, no semicolons, one file. */
const OTHER_HABITS = [
  "import { Type as T } from '@sinclair/typebox'",
  "",
  "export const PingParamsSchema = T.Object({ at: T.Integer() }, { additionalProperties: false })",
  "export const PingResultSchema = T.Object(",
  "\t{ ok: T.Boolean(), name: T.Optional(T.String({ minLength: 1, description: 'Who answers' })), more: T.Unknown() },",
  "\t{ additionalProperties: false },",
  ")",
  "export const NoteEventSchema = T.Object({ text: T.String() }, { additionalProperties: false })",
  "",
  "export const METHODS = ['ping']",
  "export const EVENTS = ['note']",
  "export const ProtocolSchemas = {",
  "\tPingParams: PingParamsSchema,",
  "\tPingResult: PingResultSchema,",
  "\tNoteEvent: NoteEventSchema,",
  "}",
  "",
].join("\n");

function otherProject(schema = OTHER_HABITS): TemporaryProject {
  const project = temporaryProject({
    "schema.ts": schema,
    "typewire.config.json": JSON.stringify({
      protocols: { sample: { source: "./schema.ts", targets: { "json-schema": true } } },
    }),
  });
  symlinkSync(join(REPOSITORY, "node_modules"), join(project.root, "node_modules"));
  return project;
}

function schemaOf({ root }: TemporaryProject): string {
  return readFileSync(join(root, "schema.ts"), "utf8");
}

describe("typewire add method", () => {
  it("gives the sample with system.echo from the sample without it, to the byte, and generates", async () => {
    const { root } = sampleWithoutEcho();
    const args = ["add", "method", "system.echo", "--params", "text:string", "--result", "ok:boolean,text:string"];
    const result = await runInProcess(args, root);
    expect(result).toMatchObject({ exitCode: 0, stderr: "" });
    expect(result.stdout).toContain('"system.echo": { scope: "operator.read", since: "3" }');
    const sample = readTree(join(REPOSITORY, "fixtures/gateway"));
    const made = readTree(join(root, "schema"));
    expect(new Map([...made].filter(([path]) => path.endsWith(".ts")))).toEqual(sample);
    expect((await runInProcess(["check"], root)).exitCode).toBe(0);
  });

  it("puts a method behind its family, says of it what is asked for, and imports what its fields need", async () => {
    const { root, write } = sampleProject();
    write(LAYOUT);
    const params = "nodeId:string,history?:ChatMessage[],mode:fast|slow,limit?:integer,idempotencyKey:IdempotencyKey";
    const args = ["add", "method", "node.rename", "--params", params, "--set", "scope=operator.admin"];
    expect(await runInProcess(args, root)).toMatchObject({ exitCode: 0, stderr: "" });
    const read = (file: string): string => readFileSync(join(root, "schema", file), "utf8");
    expect(read("nodes.ts")).toContain('import { ChatMessageSchema } from "./chat.js";');
    expect(read("nodes.ts")).toContain(`export const NodeRenameParamsSchema = Type.Object(
  {
    nodeId: NonEmptyString,
    history: Type.Optional(Type.Array(ChatMessageSchema)),
    mode: Type.Union([Type.Literal("fast"), Type.Literal("slow")]),
    limit: Type.Optional(Type.Integer()),
    idempotencyKey: IdempotencyKey,
  },
  { additionalProperties: false },
);

export const NodeRenameResultSchema = Type.Object({}, { additionalProperties: false });
`);
    expect(read("surface.ts")).toContain(`  "node.rename": { scope: "operator.admin", since: "3" },\n`);
    for (const file of ["nodes.ts", "schema.ts", "surface.ts"]) {
      expect(await format(read(file), { parser: "typescript", printWidth: 120 })).toBe(read(file));
    }
    expect(readFileSync(join(root, "generated/sample/protocol.schema.json"), "utf8")).toContain('"NodeRenameParams"');
  });

  it("writes in the habits of the file, into one that Prettier has not laid out too", async () => {
    const project = otherProject();
    const { root } = project;
    const args = ["add", "method", "pong", "--params", "text:string,tags:text[]", "--result", "ok:boolean"];
    expect(await runInProcess(args, root)).toMatchObject({ exitCode: 0, stderr: "" });
    expect((await runInProcess(["add", "event", "bell", "--payload", "n:integer"], root)).exitCode).toBe(0);
    await expect(schemaOf(project)).toMatchFileSnapshot("__golden__/add/other-habits.txt");
  });

  it("adds a handler where the config names a file for them, and the name to its type", async () => {
    const project = otherProject();
    const { root, write } = project;
    write({
      "handlers.ts": 'export const handlers: Pick<Handlers, "ping"> = {\n  ping: () => ({ ok: true }),\n};\n',
      "typewire.config.json": JSON.stringify({
        protocols: { sample: { source: "./schema.ts", handlers: "./handlers.ts", targets: { "json-schema": true } } },
      }),
    });
    expect(await runInProcess(["add", "method", "pong.now"], root)).toMatchObject({ exitCode: 0, stderr: "" });
    expect(readFileSync(join(root, "handlers.ts"), "utf8")).toBe(
      'export const handlers: Pick<Handlers, "ping" | "pong.now"> = {\n' +
        "  ping: () => ({ ok: true }),\n" +
        '  "pong.now": () => {\n    throw new Error("pong.now is not written yet");\n  },\n};\n',
    );
  });
});

describe("typewire add refuses", () => {
  it.each([
    ["add/invalid-name", ["method", "1 2"]],
    ["add/name-taken", ["method", "ping"]],
    ["add/name-taken", ["event", "note"]],
    ["add/invalid-field", ["method", "pong", "--params", "text"]],
    ["add/name-taken", ["method", "pong", "--params", "a:text,a:text"]],
    ["add/unknown-type", ["method", "pong", "--params", "text:strin"]],
    ["add/invalid-fact", ["method", "pong", "--set", "scope"]],
    ["cli/unknown-protocol", ["method", "pong", "--protocol", "sampel"]],
  ])("with %s: %j", async (code, args) => {
    const project = otherProject();
    const result = await runInProcess(["add", ...args], project.root);
    expect(result.exitCode).toBe(2);
    expect(result.stderr).toContain(`error ${code}`);
    expect(schemaOf(project)).toBe(OTHER_HABITS);
  });

  it.each([
    [
      "add/unsupported-registry",
      "methods of which something is not known",
      "METHODS = ['ping']",
      "METHODS = [...['ping']]",
    ],
    ["add/unsupported-registry", "no schemas to go by", "METHODS = ['ping']", "METHODS = ['pang']"],
    [
      "add/unsupported-registry",
      "schemas that are no object",
      "ProtocolSchemas = {",
      "ProtocolSchemas = make(others, {",
    ],
    ["add/ambiguous-name", "another thing of the same name", "", ""],
  ])("with %s: %s", async (code, _what, from, to) => {
    const other = { "other.ts": "import { Type } from '@sinclair/typebox'\nexport const Id = Type.String()\n" };
    const text = `${OTHER_HABITS.replace(from, to)}${code === "add/ambiguous-name" ? "import './other.js'\nconst Ids = 1\nconst Id = Ids\n" : ""}`;
    const project = otherProject(text);
    project.write(other);
    const result = await runInProcess(["add", "method", "pong", "--params", "id:Id"], project.root);
    expect(result.stderr).toContain(`error ${code}`);
    expect(schemaOf(project)).toBe(text);
  });

  it("a handler file without handlers, and a config of several protocols without a choice", async () => {
    const protocol = { source: "./schema.ts", handlers: "./none.ts", targets: { "json-schema": true } };
    const project = otherProject();
    project.write({ "typewire.config.json": JSON.stringify({ protocols: { a: protocol } }) });
    const first = await runInProcess(["add", "method", "pong"], project.root);
    expect(first.stderr).toContain("error add/no-handlers");
    project.write({ "typewire.config.json": JSON.stringify({ protocols: { a: protocol, b: protocol } }) });
    const second = await runInProcess(["add", "method", "pong"], project.root);
    expect(second.stderr).toContain("error cli/several-protocols");
    expect(schemaOf(project)).toBe(OTHER_HABITS);
  });
});
