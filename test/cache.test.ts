import * as fc from "fast-check";
import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createCache } from "../src/cache/cache.js";
import { valueDigest } from "../src/cache/value-digest.js";
import { check } from "../src/workflows/check/check.js";
import { openProject } from "../src/pipeline/open-project.js";
import { createDiagnosticList } from "../src/diagnostics/collector.js";
import { generate } from "../src/workflows/generate/generate.js";
import { targets } from "../src/targets/index.js";
import { runCli } from "./support/run-cli.js";
import { temporaryProject, type TemporaryProject } from "./support/temporary-project.js";

const repository = join(import.meta.dirname, "..");
const TYPEBOX = JSON.stringify(join(repository, "node_modules/@sinclair/typebox/build/esm/index.mjs"));

/** What a registry of these tests may say; each choice can change an output, a warning or nothing at all. */
interface Choice {
  readonly isShared: boolean;
  readonly description: string;
  readonly isFirst: boolean;
  readonly isTransformed: boolean;
  readonly version: number;
  readonly layout: string | undefined;
}

const choice: fc.Arbitrary<Choice> = fc.record({
  isShared: fc.boolean(),
  description: fc.constantFrom("one", "two", "*/ }"),
  isFirst: fc.boolean(),
  isTransformed: fc.boolean(),
  version: fc.integer({ min: 1, max: 2 }),
  layout: fc.constantFrom(undefined, '{"semi": false}', '{"tabWidth": 8}'),
});

/** A registry in which two definitions either share a schema object or hold equal ones. */
function registryText({ isShared, description, isFirst, isTransformed, version }: Choice): string {
  const name = isTransformed ? "Type.Transform(text()).Decode((value) => value).Encode((value) => value)" : "text()";
  const properties = isFirst ? `name: ${name}, tag: Type.Integer()` : `tag: Type.Integer(), name: ${name}`;
  return `import { Type } from ${TYPEBOX};
const text = () => Type.String({ description: ${JSON.stringify(description)} });
const part = () => Type.Object({ id: Type.String() }, { additionalProperties: false });
const Part = part();
const Twin = ${isShared ? "Part" : "part()"};
export const PROTOCOL_VERSION = ${version};
export const ProtocolSchemas = { Part, Twin, Whole: Type.Object({ ${properties}, part: Part, twin: Twin }) };
`;
}

function cachedProject(): TemporaryProject {
  const outputs = Object.fromEntries(targets.map(({ name }) => [name, true]));
  const config = { protocols: { sample: { source: "./schema.mjs", targets: outputs } } };
  const project = temporaryProject({ "typewire.config.json": JSON.stringify(config) });
  mkdirSync(join(project.root, "node_modules"));
  return project;
}

function apply({ root, write }: TemporaryProject, version: Choice): void {
  write({ "schema.mjs": registryText(version) });
  if (version.layout === undefined) rmSync(join(root, ".prettierrc"), { force: true });
  else write({ ".prettierrc": version.layout });
}

async function look(root: string, { command, isCached }: { command: "check" | "generate"; isCached: boolean }) {
  const diagnostics = createDiagnosticList();
  const config = await openProject({ root, file: undefined }, diagnostics);
  if (config === undefined) throw new Error("the config of the test is not valid");
  const steps: string[] = [];
  const request = {
    config,
    targets: [],
    diagnostics,
    fresh: true,
    cache: isCached ? createCache(config) : undefined,
    onProgress: (step: string) => void steps.push(step),
  };
  const result =
    command === "generate" ? await generate(request) : await check({ ...request, repair: (target) => target });
  return { result, diagnostics: diagnostics.diagnostics, isMade: steps.some((step) => step.includes("translating")) };
}

/** What a run says; whether it had to make anything for it is not part of that. */
async function said(root: string, how: { command: "check" | "generate"; isCached: boolean }) {
  const { result, diagnostics } = await look(root, how);
  return { result, diagnostics };
}

const same = (): void => {};

function cyclicValue(): object {
  const node: Record<string, unknown> = { name: "x", list: [1, true, null], made: same };
  return Object.assign(node, { self: node });
}

const remembering = { command: "check", isCached: true } as const;
const fresh = { command: "check", isCached: false } as const;

describe("the cache", () => {
  it("changes no result, whatever the registry or the layout was before", async () => {
    const project = cachedProject();
    const edit = fc.record({ version: choice, isWritten: fc.boolean(), isTouched: fc.boolean() });
    const property = fc.asyncProperty(fc.array(edit, { minLength: 2, maxLength: 4 }), async (edits) => {
      for (const { version, isWritten, isTouched } of edits) {
        apply(project, version);
        if (isWritten) await look(project.root, { command: "generate", isCached: true });
        if (isTouched && isWritten) touch(project.root);
        expect(await said(project.root, remembering)).toEqual(await said(project.root, fresh));
        expect(await said(project.root, remembering)).toEqual(await said(project.root, fresh));
      }
    });
    await fc.assert(property, { numRuns: 8 });
  });

  it("skips the work where nothing has changed, and only there", async () => {
    const project = cachedProject();
    const version = { isShared: true, description: "one", isFirst: true, isTransformed: true, version: 1 } as const;
    apply(project, { ...version, layout: undefined });
    expect((await look(project.root, { command: "generate", isCached: true })).isMade).toBe(true);
    const again = await look(project.root, remembering);
    expect(again.isMade).toBe(false);
    expect(again.diagnostics.map(({ code }) => code)).toEqual(["ir/not-on-wire"]);
    expect((await look(project.root, fresh)).isMade).toBe(true);
    apply(project, { ...version, isShared: false, layout: undefined });
    expect((await look(project.root, remembering)).isMade).toBe(true);
  });

  it("does not trust a layout that is code", async () => {
    const project = cachedProject();
    apply(project, {
      isShared: true,
      description: "one",
      isFirst: true,
      isTransformed: false,
      version: 1,
      layout: undefined,
    });
    project.write({ "prettier.config.mjs": "export default { semi: false };" });
    await look(project.root, { command: "generate", isCached: true });
    expect((await look(project.root, remembering)).isMade).toBe(true);
    expect(readFileSync(join(project.root, "generated/sample/typescript/types.ts"), "utf8")).not.toContain(";\n}");
  });

  it("ignores what is damaged or of another project", async () => {
    const project = cachedProject();
    apply(project, {
      isShared: true,
      description: "one",
      isFirst: true,
      isTransformed: false,
      version: 1,
      layout: undefined,
    });
    await look(project.root, { command: "generate", isCached: true });
    const folder = join(project.root, "node_modules/.cache/typewire");
    const [name = ""] = readdirSync(folder);
    const entry = readFileSync(join(folder, name), "utf8");
    const damage = fc.oneof(
      fc.nat(entry.length - 1).map((at) => entry.slice(0, at)),
      fc.nat(entry.length - 1).map((at) => `${entry.slice(0, at)}~${entry.slice(at + 1)}`),
      fc.string(),
      fc.json(),
    );
    const property = fc.asyncProperty(damage, async (text) => {
      fc.pre(text !== entry);
      writeFileSync(join(folder, name), text);
      const found = await look(project.root, remembering);
      expect(found).toMatchObject({ isMade: true, diagnostics: [] });
    });
    await fc.assert(property, { numRuns: 25 });
  });

  it("is left alone on a CI server, with --no-cache, and where there is no node_modules", async () => {
    const project = cachedProject();
    apply(project, {
      isShared: true,
      description: "one",
      isFirst: true,
      isTransformed: false,
      version: 1,
      layout: undefined,
    });
    const folder = join(project.root, "node_modules/.cache");
    const isThere = (): boolean => readdirSync(join(project.root, "node_modules")).includes(".cache");
    await runCli(["generate"], { cwd: project.root, env: { CI: "true" } });
    await runCli(["check", "--no-cache"], { cwd: project.root, env: { CI: "" } });
    expect(isThere()).toBe(false);
    await runCli(["check"], { cwd: project.root, env: { CI: "" } });
    expect(isThere()).toBe(true);
    rmSync(join(folder, ".."), { recursive: true });
    await runCli(["check"], { cwd: project.root, env: { CI: "" } });
    expect(readdirSync(project.root)).not.toContain("node_modules");
  });
});

describe("the digest of a value", () => {
  const shared = { a: 1 };
  const pairs: readonly (readonly [what: string, left: unknown, right: unknown])[] = [
    ["one object twice and two equal ones", [shared, shared], [shared, { a: 1 }]],
    ["one function twice and two equal ones", [same, same], [same, () => {}]],
    ["orders of keys", { a: 1, b: 2 }, { b: 2, a: 1 }],
    ["a hidden key and a plain one", Object.defineProperty({}, "~kind", { value: "x" }), { "~kind": "x" }],
    ["a symbol key and none", { [Symbol.for("TypeBox.Kind")]: "String" }, {}],
    ["minus zero and zero", -0, 0],
    ["a number and its text", 1, "1"],
    ["nothing and null", undefined, null],
    ["a key with undefined and no key", { a: undefined }, {}],
    ["an array and an object", [], {}],
    ["texts that run into each other", ["a", "b"], ['a"1:b']],
  ];

  it.each(pairs)("tells %s apart", (_, left, right) => {
    expect(valueDigest(left)).toMatch(/^[0-9a-f]{64}$/u);
    expect(valueDigest(right)).toMatch(/^[0-9a-f]{64}$/u);
    expect(valueDigest(left)).not.toBe(valueDigest(right));
  });

  it("is the same for values that are built alike, cycles among them", () => {
    expect(valueDigest(cyclicValue())).toBe(valueDigest(cyclicValue()));
  });

  it.each([new Date(0), /x/u, new Map(), new URL("file:///x")])("does not exist for an instance: %s", (instance) => {
    expect(valueDigest({ instance })).toBeUndefined();
  });
});

/** Changes the first output on disk, as an editor would. */
function touch(root: string): void {
  const folder = join(root, "generated/sample");
  const [name] = readdirSync(folder).filter((entry) => entry.includes("."));
  if (name !== undefined) appendFileSync(join(folder, name), " ");
}
