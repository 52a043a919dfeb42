import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createUserLayout } from "./user-layout.js";

const JSON_TEXT = '{\n  "enum": [\n    "a",\n    "b"\n  ]\n}\n';
const TYPESCRIPT = 'export type A = "a" | "b";\n';

let root = "";

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "typewire-layout-"));
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

describe("createUserLayout", () => {
  it("leaves text alone where nothing is configured", async () => {
    expect(await createUserLayout(root).apply(JSON_TEXT, join(root, "a.json"), "json")).toBe(JSON_TEXT);
  });

  it("leaves text alone where the configuration says what Prettier does anyway", async () => {
    writeFileSync(join(root, ".prettierrc"), '{ "printWidth": 80, "semi": true }');
    expect(await createUserLayout(root).apply(JSON_TEXT, join(root, "a.json"), "json")).toBe(JSON_TEXT);
  });

  it("applies another layout", async () => {
    writeFileSync(join(root, ".prettierrc"), '{ "singleQuote": true, "semi": false }');
    const layout = createUserLayout(root);
    expect(await layout.apply(TYPESCRIPT, join(root, "out", "a.ts"), "typescript")).toBe("export type A = 'a' | 'b'\n");
  });

  it("applies an override to the files it names only", async () => {
    const overrides = [{ files: "wide/*.json", options: { tabWidth: 4 } }];
    writeFileSync(join(root, "package.json"), JSON.stringify({ prettier: { overrides } }));
    const layout = createUserLayout(root);
    const wide = await layout.apply(JSON_TEXT, join(root, "wide", "a.json"), "json");
    expect(wide).toBe('{\n    "enum": ["a", "b"]\n}\n');
    expect(await layout.apply(JSON_TEXT, join(root, "a.json"), "json")).toBe(JSON_TEXT);
  });

  it("reads an .editorconfig as the prettier command does", async () => {
    writeFileSync(join(root, ".editorconfig"), "root = true\n[*]\nindent_style = tab\n");
    expect(await createUserLayout(root).apply('{\n  "a": 1\n}\n', join(root, "a.json"), "json")).toBe(
      '{\n\t"a": 1\n}\n',
    );
  });

  it("leaves a file alone that Prettier is told to ignore", async () => {
    writeFileSync(join(root, ".prettierrc"), '{ "tabWidth": 4 }');
    writeFileSync(join(root, ".prettierignore"), "generated\n");
    mkdirSync(join(root, "generated"));
    const file = join(root, "generated", "a.json");
    expect(await createUserLayout(root).apply(JSON_TEXT, file, "json")).toBe(JSON_TEXT);
  });

  it("leaves languages alone that Prettier does not know", async () => {
    writeFileSync(join(root, ".prettierrc"), '{ "tabWidth": 4 }');
    expect(await createUserLayout(root).apply("let  a = 1\n", join(root, "a.swift"), "none")).toBe("let  a = 1\n");
  });
});
