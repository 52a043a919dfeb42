import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { check, defineConfig, diff, generate } from "../src/index.js";
import { temporaryProject } from "./support/temporary-project.js";

const CONFIG = {
  protocols: { sample: { source: "./schema.json", targets: { "json-schema": { output: "out.json" } } } },
};
const FILES = {
  "schema.json": '{ "definitions": { "A": { "type": "string" } } }',
  "typewire.config.json": JSON.stringify(CONFIG),
};

describe("the public API", () => {
  it("generates and checks a project, and prints nothing", async () => {
    const { root } = temporaryProject(FILES);
    const missing = await check({ root });
    expect(missing.files).toMatchObject([{ path: "out.json", status: "missing", owner: "sample/json-schema" }]);
    expect(missing.diagnostics).toMatchObject([
      { code: "check/missing-file", help: "Run: typewire generate json-schema" },
    ]);
    expect(await generate({ root })).toEqual({
      files: { written: ["out.json"], unchanged: [], removed: [] },
      fallbacks: [],
      sources: [join(root, "schema.json")],
      diagnostics: [],
    });
    expect(await check({ root, targets: ["json-schema"] })).toMatchObject({
      files: [{ status: "unchanged" }],
      diagnostics: [],
    });
  });

  it("gives back what is wrong, with nothing written", async () => {
    const { root, write } = temporaryProject({ ...FILES, "typewire.config.json": "{}" });
    const { files, diagnostics } = await generate({ root });
    expect(files).toEqual({ written: [], unchanged: [], removed: [] });
    expect(diagnostics).toMatchObject([{ code: "config/missing-key", severity: "error" }]);
    write({
      "other.config.json": FILES["typewire.config.json"],
      "schema.json": '{ "definitions": { "A": { "type": "strng" } } }',
    });
    expect((await generate({ root, config: "other.config.json" })).files.written).toEqual([]);
    expect((await check({ root, config: "other.config.json" })).diagnostics).toMatchObject([{ severity: "error" }]);
  });

  it("compares versions, and refuses a day that is none", async () => {
    const { root, write } = temporaryProject({ ...FILES, "previous.json": FILES["schema.json"] });
    write({ "schema.json": '{ "definitions": { "A": { "type": "integer" } } }' });
    const against = "previous.json";
    const compared = await diff({ root, against, today: "2026-11-23" });
    expect(compared.protocols).toMatchObject([{ protocol: "sample", previous: against }]);
    expect(compared.diagnostics).toMatchObject([{ code: "breaking/property-same-type", severity: "error" }]);
    for (const today of ["soon", "2026-11-31", "2026-1-1", "2026-11-23T00:00:00Z"]) {
      const { protocols, diagnostics } = await diff({ root, against, today });
      expect(protocols).toEqual([]);
      expect(diagnostics).toMatchObject([{ code: "policy/invalid-date", severity: "error" }]);
    }
    const unset = await diff({ root, against, today: "" });
    expect(unset.protocols).toEqual([]);
    expect(unset.diagnostics).toMatchObject([{ code: "api/empty-option", severity: "error" }]);
  });

  it("leaves a config as it is", () => {
    expect(defineConfig(CONFIG)).toBe(CONFIG);
  });
});
