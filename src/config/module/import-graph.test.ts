import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { bundleModule } from "./bundle-module.js";
import { importGraph } from "./import-graph.js";

const repository = join(import.meta.dirname, "../../..");
const fixtures = join(repository, "fixtures");
const registries = [
  "clawdis",
  "gateway",
  ...readdirSync(join(fixtures, "registries")).map((name) => `registries/${name}`),
]
  .map((name) => join(fixtures, name, "schema.ts"))
  .filter((file) => existsSync(file));

let root = "";
afterEach(() => rmSync(root, { recursive: true, force: true }));

function project(files: Readonly<Record<string, string>>): string {
  root = realpathSync(mkdtempSync(join(tmpdir(), "typewire-graph-")));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return join(root, "schema.ts");
}

describe("importGraph", () => {
  it.each(registries)("has every file that loading %s reads", async (file) => {
    const loaded = await bundleModule({ root: repository, file });
    const { files, isComplete } = await importGraph({ root: repository, file, within: repository });
    expect(loaded.files.length).toBeGreaterThan(0);
    expect(loaded.files.filter((path) => !files.includes(path))).toEqual([]);
    expect(isComplete).toBe(true);
  });

  it("follows what is only passed on, imported for effect, written as JSON or linked from the same repository", async () => {
    const file = project({
      "schema.ts":
        'export * from "./a.js";\nimport "./b.js";\nimport c from "./c.json";\nexport * from "d";\nexport { c };\n',
      "a.ts": "export const a = 1;\n",
      "b.ts": "globalThis.b = 1;\n",
      "c.json": "{}",
      "packages/d/package.json": '{ "name": "d", "type": "module", "exports": "./index.js" }',
      "packages/d/index.js": 'export * from "./e.js";\n',
      "packages/d/e.js": "export const e = 1;\n",
    });
    mkdirSync(join(root, "node_modules"));
    symlinkSync(join(root, "packages/d"), join(root, "node_modules/d"));
    const expected = ["a.ts", "b.ts", "c.json", "packages/d/e.js", "packages/d/index.js", "schema.ts"];
    expect(await importGraph({ root, file, within: root })).toEqual({
      files: expected.map((path) => join(root, path)),
      isComplete: true,
    });
  });

  it("ends at what is linked from elsewhere", async () => {
    const file = project({
      "app/schema.ts": 'export * from "d";\n',
      "schema.ts": "",
      "d/package.json": '{ "name": "d", "type": "module", "exports": "./index.js" }',
      "d/index.js": "export const e = 1;\n",
    });
    const app = join(dirname(file), "app");
    mkdirSync(join(app, "node_modules"));
    symlinkSync(join(root, "d"), join(app, "node_modules/d"));
    const graph = await importGraph({ root: app, file: join(app, "schema.ts"), within: app });
    expect(graph).toEqual({ files: [join(app, "schema.ts")], isComplete: true });
  });

  it.each([
    ["a name that is made up while it runs", 'await import("./parts/" + name);'],
    ["a template", "await import(`./parts/${name}.js`);"],
    ["a variable", "require(name);"],
    ["files that it reads", 'import { readFileSync } from "node:fs";'],
    ["files that it reads later", "import fs from 'fs/promises';"],
    ["other programs", 'import { execSync } from "child_process";'],
    ["a file that is not there", 'import "./gone.js";'],
    ["a package that is not there", 'import "gone";'],
    ["what does not compile", "const = 1;"],
  ])("is not complete for %s", async (_, text) => {
    const file = project({ "schema.ts": `${text}\n` });
    const { files, isComplete } = await importGraph({ root, file, within: root });
    expect([files, isComplete]).toEqual([[file], false]);
  });

  it.each([['await import("./a.js");'], ["import('./a.js')"], ["const { a } = require(`./a.js`);"]])(
    "is complete for %s",
    async (text) => {
      const file = project({ "schema.ts": `${text}\n`, "a.ts": "export const a = 1;\n" });
      expect(await importGraph({ root, file, within: root })).toEqual({
        files: [join(root, "a.ts"), file],
        isComplete: true,
      });
    },
  );
});
