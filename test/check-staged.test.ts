import { mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { createGitRepository, type GitRepository } from "./support/git-repository.js";
import { runInProcess } from "./support/run-in-process.js";

const schema = `import { Type } from "@sinclair/typebox";
import { PartSchema } from "./parts/part.js";
export const ProtocolSchemas = { Whole: Type.Object({ part: PartSchema }), Part: PartSchema };
`;
const part = `import { Type } from "@sinclair/typebox";
export const PartSchema = Type.Object({ size: Type.Integer() });
`;
const config = JSON.stringify({ protocols: { chat: { source: "./schema.ts", targets: { "json-schema": true } } } });
const output = "generated/chat/protocol.schema.json";

let project: GitRepository;
afterEach(() => project.remove());

/** A repository whose outputs are up to date and committed. */
async function fresh(files: Readonly<Record<string, string>> = {}): Promise<GitRepository> {
  const all = {
    "schema.ts": schema,
    "parts/part.ts": part,
    "typewire.config.json": config,
    "README.md": "a",
    ...files,
  };
  const made = createGitRepository(all);
  expect((await runInProcess(["generate"], made.root)).exitCode).toBe(0);
  made.git("add", ".");
  expect(made.commit().ok).toBe(true);
  return made;
}

async function checkStaged(folder = project.root): Promise<readonly [exitCode: number, text: string]> {
  const { exitCode, stdout, stderr } = await runInProcess(["check", "--staged"], folder);
  return [exitCode, stderr + stdout];
}

const irrelevant = [0, "No staged file matters here.\n"];

describe("check --staged", () => {
  it("does nothing where nothing is staged, or only what no output is made of", async () => {
    project = await fresh();
    expect(await checkStaged()).toEqual(irrelevant);
    project.write("README.md", "b");
    project.git("add", ".");
    expect(await checkStaged()).toEqual(irrelevant);
  });

  it("does not load the registry where nothing matters", async () => {
    project = await fresh();
    project.write("README.md", "b");
    project.git("add", ".");
    project.write("schema.ts", `${schema}throw new Error("loaded");\n`);
    expect(await checkStaged()).toEqual(irrelevant);
  });

  it.each([
    ["the registry", "schema.ts", schema.replace("size", "length").replace("Part: PartSchema", "")],
    ["a file that the registry imports", "parts/part.ts", part.replace("size", "length")],
    ["an output", output, "{}\n"],
  ])("refuses drift that comes from %s", async (_, path, text) => {
    project = await fresh();
    project.write(path, text);
    project.git("add", ".");
    const [exitCode, printed] = await checkStaged();
    expect(exitCode).toBe(1);
    expect(printed).toContain(`${output} is not what its schemas give`);
    expect(printed).toContain("Run: typewire generate json-schema");
  });

  it.each([
    ["the config", "typewire.config.json", config.replace("true", '{"refs":"named"}')],
    ["what is installed", "package.json", "{}"],
    ["how TypeScript resolves modules", "settings/base.json", "{}"],
    ["how an installed package is patched", "patches/typebox.patch", ""],
    ["how files are laid out", ".prettierrc", "{}"],
  ])("looks at everything when a commit changes %s", async (_, path, text) => {
    project = await fresh();
    project.write(path, text);
    project.git("add", ".");
    const [, printed] = await checkStaged();
    expect(printed).not.toContain("No staged file matters");
  });

  it("lets a change through that comes with its outputs", async () => {
    project = await fresh();
    project.write("parts/part.ts", part.replace("size", "length"));
    await runInProcess(["generate"], project.root);
    project.git("add", ".");
    expect(await checkStaged()).toEqual([0, "1 file up to date\n"]);
  });

  it("refuses a commit without the outputs that stand in the folder", async () => {
    project = await fresh();
    project.write("parts/part.ts", part.replace("size", "length"));
    project.git("add", ".");
    await runInProcess(["generate"], project.root);
    const [exitCode, printed] = await checkStaged();
    expect(exitCode).toBe(1);
    expect(printed).toContain(`error staged/not-staged: ${output} has changes that are not staged`);
    expect(printed).toContain(`Run: git add ${output}`);
  });

  it("refuses a commit of outputs whose schemas are not staged", async () => {
    project = await fresh();
    project.write("parts/part.ts", part.replace("size", "length"));
    await runInProcess(["generate"], project.root);
    project.git("add", output);
    const [exitCode, printed] = await checkStaged();
    expect(exitCode).toBe(1);
    expect(printed).toContain("parts/part.ts has changes that are not staged");
  });

  it("refuses outputs that git does not track", async () => {
    project = await fresh();
    project.git("rm", "--quiet", "--cached", output);
    project.write(".gitignore", "node_modules\ngenerated\n");
    project.git("add", ".gitignore");
    const [exitCode, printed] = await checkStaged();
    expect(exitCode).toBe(1);
    expect(printed).toContain(`error staged/not-tracked: ${output} is not tracked by git`);
  });

  it("sees a deleted and a renamed file", async () => {
    project = await fresh();
    project.git("rm", "--quiet", "parts/part.ts");
    expect((await checkStaged())[0]).toBe(2);
    project.git("reset", "--quiet", "--hard");
    project.git("mv", output, "moved.json");
    const [exitCode, printed] = await checkStaged();
    expect([exitCode, printed]).toEqual([1, expect.stringContaining(`${output} is missing`)]);
  });

  it("follows packages of the same repository", async () => {
    project = await fresh({
      "packages/parts/package.json": '{ "name": "parts", "type": "module", "exports": "./index.js" }',
      "packages/parts/index.js": part,
    });
    symlinkSync(join(project.root, "packages/parts"), join(project.root, "node_modules/parts"));
    project.write("schema.ts", schema.replace("./parts/part.js", "parts"));
    await runInProcess(["generate"], project.root);
    project.git("add", ".");
    expect(project.commit().ok).toBe(true);
    project.write("packages/parts/index.js", part.replace("size", "length"));
    project.git("add", ".");
    // This process has imported the package before, and Node never reads a module twice: only the decision is looked at.
    expect((await checkStaged())[1]).toContain("1 file up to date");
  });

  it("looks at everything where the imports do not tell what is read", async () => {
    project = await fresh({
      "schema.ts": `import { readFileSync } from "node:fs";\n${schema.replace("size", "read")}export const text = String(readFileSync(new URL("words.txt", import.meta.url)));\n`,
      "words.txt": "a",
    });
    project.write("words.txt", "b");
    project.git("add", ".");
    expect(await checkStaged()).toEqual([0, "1 file up to date\n"]);
  });

  it("works in a folder of the repository, and through a symbolic link", async () => {
    project = createGitRepository({});
    const folder = join(project.root, "apps/gateway");
    for (const [path, text] of Object.entries({
      "schema.ts": schema,
      "parts/part.ts": part,
      "typewire.config.json": config,
    }))
      project.write(join("apps/gateway", path), text);
    await runInProcess(["generate"], folder);
    project.git("add", ".");
    expect(project.commit().ok).toBe(true);
    project.write("apps/gateway/parts/part.ts", part.replace("size", "length"));
    project.git("add", ".");
    symlinkSync(folder, join(project.root, "link"));
    expect((await checkStaged(folder))[0]).toBe(1);
    expect((await checkStaged(join(project.root, "link")))[0]).toBe(1);
  });

  it("says that there is no repository", async () => {
    project = await fresh();
    rmSync(join(project.root, ".git"), { recursive: true });
    mkdirSync(join(project.root, "empty"));
    const [exitCode, printed] = await checkStaged();
    expect(exitCode).toBe(2);
    expect(printed).toContain("error staged/no-repository");
  });
});
