import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { buildSync } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commands } from "../src/cli/commands/index.js";

const root = join(import.meta.dirname, "..");
const readme = readFileSync(join(root, "README.md"), "utf8");
const typewire = join(root, "bin/typewire.js");

/** The fenced blocks of one language, in order. */
function blocks(language: string): readonly string[] {
  const fences = readme.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, "gmsu"));
  return [...fences].map(([, text]) => text ?? "");
}

/** The same module without its types. */
function bundled(file: string): string {
  const outfile = file.replace(/\.ts$/, ".mjs");
  buildSync({ entryPoints: [file], bundle: true, format: "esm", outfile });
  return outfile;
}

describe("the README", () => {
  let folder = "";

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "typewire-readme-"));
    symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
    writeFileSync(join(folder, "schema.ts"), blocks("ts")[0] ?? "");
    const start = blocks("sh")[0] ?? "";
    for (const line of start.trim().split("\n")) {
      const [npx, name, ...rest] = line.split(" ");
      expect([npx, name]).toEqual(["npx", "typewire"]);
      execFileSync(process.execPath, [typewire, ...rest], { cwd: folder, stdio: "pipe" });
    }
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("shows the Swift that its schema gives", () => {
    const models = readFileSync(join(folder, "generated/ProtocolModels.swift"), "utf8");
    expect(blocks("swift").length).toBe(2);
    for (const block of blocks("swift")) expect(models).toContain(block);
  });

  it("shows the TypeScript that its schema gives", () => {
    const types = readFileSync(join(folder, "generated/typescript/types.ts"), "utf8");
    expect(types).toContain(blocks("ts")[1]);
    const validators = readFileSync(join(folder, "generated/typescript/validators.ts"), "utf8");
    for (const name of ["isCronJob", "validateCronJob", "assertCronJob"]) expect(validators).toContain(name);
  });

  it("reads with the TypeScript that its schema gives, and says what comes of it", async () => {
    const readers: Readonly<Record<string, unknown>> = await import(
      pathToFileURL(bundled(join(folder, "generated/typescript/readers.ts"))).href
    );
    const [, text = "", said = ""] = /parse\('(.*)'\)[^]*?\/\/ (.*)$/m.exec(blocks("ts")[2] ?? "") ?? [];
    const read = Object(readers["readCronJob"]);
    const { unknown }: { unknown: readonly { kind: string; path: string }[] } = read(JSON.parse(text));
    expect(unknown.map(({ kind, path }) => `${kind} ${path}`).toSorted()).toEqual(said.split(", ").toSorted());
  });

  it("shows what diff says between the samples", () => {
    const [command = "", ...lines] = (blocks("console")[0] ?? "").trimEnd().split("\n");
    const words = command.replace("$ npx typewire ", "").split(" ");
    let printed = "";
    try {
      execFileSync(process.execPath, [typewire, ...words, "--no-color"], {
        cwd: root,
        encoding: "utf8",
        stdio: "pipe",
      });
    } catch (error) {
      const { stdout, stderr } =
        error instanceof Error ? Object.assign({ stdout: "", stderr: "" }, error) : { stdout: "", stderr: "" };
      printed = `${stdout}${stderr}`;
    }
    expect(printed).toContain(lines.join("\n"));
  });

  it("lists every command, and none that does not exist", () => {
    const [, section = ""] = /^## Commands$([^]*?)^## /mu.exec(readme) ?? [];
    const listed = [...section.matchAll(/^\| `([a-z]+)/gmu)].map(([, name]) => name);
    expect(listed.toSorted()).toEqual(commands.map(({ name }) => name).toSorted());
  });

  it("names scripts that the package has", () => {
    const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    const named = [...readme.matchAll(/npx pnpm@12 ([a-z:]+)/gu)].map(([, name]) => name);
    expect(named.length).toBeGreaterThanOrEqual(3);
    for (const name of named) expect(Object.keys(scripts)).toContain(name);
  });
});
