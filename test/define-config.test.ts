import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { check, defineConfig } from "../src/index.js";
import { temporaryProject } from "./support/temporary-project.js";
import { emptyFolder, typecheck, writeInto } from "./support/typecheck.js";

const repository = join(import.meta.dirname, "..");

/** A config as text, with what is said of its protocol, of its targets, and beside it. */
function config({ settings = "", targets = "swift: true", sections = "" }): string {
  return `{ protocols: { p: { source: "./schema.json", ${settings} targets: { ${targets} } } }, ${sections} }`;
}

const RIGHT = config({
  settings: `
    exports: { schemas: "WireSchemas" }, title: "T", id: "i", description: "D", frames: "Frame", docs: "jsdoc",
    names: { errorCode: "Fault", versionConstant: "WIRE_PROTOCOL_VERSION" },
    methods: { ping: { params: "A", result: null } }, events: { tick: { payload: "A" } },
    kinds: { Date: { type: "string", enum: ["a", "b"] } }, handlers: "./handlers.ts",`,
  targets: `
    "json-schema": { output: "a.json", refs: "named", layout: "stringify", surface: true },
    swift: { access: "package", closed: ["A"] as const, files: "by-area" }, typescript: { engine: "ajv" }`,
  sections: `
    lint: {
      rules: { "closed-objects": "off", "non-empty-ids": "warn" },
      ignore: [{ rule: "type-exported", path: "A*", reason: "R", protocol: "p" }],
      sideEffects: { verbs: ["knock"] },
    },
    policy: {
      fail: { wire: "risky", source: "never" },
      ignore: [{ rule: "property-no-delete", path: "A.*", reason: "R", expires: "2027-01-31" }],
      approvals: "approved.json",
    },`,
});

/** What is wrong, the config, and the code of the diagnostic for those who write it without an editor. */
const WRONG: readonly (readonly [string, string, string])[] = [
  ["a target", config({ targets: "swfit: true" }), "config/unknown-key"],
  ["a target that is off", config({ targets: "swift: false" }), "config/invalid-value"],
  ["an option of Swift", config({ targets: 'swift: { acces: "public" }' }), "config/unknown-key"],
  ["a value of Swift's", config({ targets: 'swift: { access: "pubic" }' }), "config/invalid-value"],
  ["an item of Swift's", config({ targets: "swift: { closed: [1] }" }), "config/invalid-value"],
  ["another target's option", config({ targets: 'swift: { engine: "ajv" }' }), "config/unknown-key"],
  ["an option that is the protocol's", config({ targets: 'swift: { errorCode: "E" }' }), "config/unknown-key"],
  ["an option of TypeScript", config({ targets: 'typescript: { engin: "ajv" }' }), "config/unknown-key"],
  ["a value of TypeScript's", config({ targets: 'typescript: { engine: "zod" }' }), "config/invalid-value"],
  ["an option of JSON Schema", config({ targets: '"json-schema": { ref: "named" }' }), "config/unknown-key"],
  ["a value of JSON Schema's", config({ targets: '"json-schema": { surface: "yes" }' }), "config/invalid-value"],
  ["an output", config({ targets: "swift: { output: 1 }" }), "config/invalid-value"],
  ["a setting", config({ settings: 'titel: "T",' }), "config/unknown-key"],
  ["a setting's value", config({ settings: 'docs: "tsdoc",' }), "config/invalid-value"],
  ["an export", config({ settings: 'exports: { schema: "S" },' }), "config/unknown-key"],
  ["a name", config({ settings: 'names: { errorcode: "E" },' }), "config/unknown-key"],
  ["a method's part", config({ settings: 'methods: { ping: { param: "A" } },' }), "config/unknown-key"],
  ["a section", config({ sections: "polici: {}" }), "config/unknown-key"],
  ["a lint rule", config({ sections: 'lint: { rules: { "closed-object": "off" } }' }), "config/unknown-key"],
  ["a level", config({ sections: 'lint: { rules: { "closed-objects": "warning" } }' }), "config/invalid-value"],
  [
    "an ignored lint rule",
    config({ sections: 'lint: { ignore: [{ rule: "closed-object", path: "A", reason: "R" }] }' }),
    "config/invalid-value",
  ],
  [
    "an entry without a reason",
    config({ sections: 'lint: { ignore: [{ rule: "closed-objects", path: "A" }] }' }),
    "config/missing-key",
  ],
  ["an option of lint", config({ sections: "lint: { sideEffects: { verb: [] } }" }), "config/unknown-key"],
  ["a category", config({ sections: 'policy: { fail: { wires: "never" } }' }), "config/unknown-key"],
  ["a threshold", config({ sections: 'policy: { fail: { wire: "always" } }' }), "config/invalid-value"],
  [
    "an agreed rule",
    config({ sections: 'policy: { ignore: [{ rule: "property-no-deletes", path: "A", reason: "R" }] }' }),
    "config/invalid-value",
  ],
  ["no source", "{ protocols: { p: { targets: { swift: true } } } }", "config/missing-key"],
];

/** The codes of what is wrong with a config, without an editor. */
async function diagnosticsOf(text: string): Promise<readonly string[]> {
  const { root } = temporaryProject({
    "schema.json": '{ "definitions": { "A": { "type": "string" } } }',
    "typewire.config.ts": `export default ${text};`,
  });
  const { diagnostics } = await check({ root });
  return diagnostics.map(({ code }) => code).filter((code) => code.startsWith("config/"));
}

describe("the published type of a config", () => {
  let complaints = "";

  beforeAll(() => {
    const folder = emptyFolder("define-config");
    const emit = ["--noEmit", "false", "--emitDeclarationOnly", "--rootDir", "src", "--outDir", join(folder, "types")];
    const compiler = join(repository, "node_modules", "typescript", "bin", "tsc");
    const project = join(repository, "tsconfig.build.json");
    const emitted = spawnSync(process.execPath, [compiler, "--project", project, ...emit], { encoding: "utf8" });
    expect(emitted.stdout).toBe("");
    for (const [name, text] of [["right", RIGHT], ...WRONG.map(([, wrong], index) => [`wrong-${index}`, wrong])]) {
      const module = `import { defineConfig } from "./types/index.js";\nexport default defineConfig(${text});\n`;
      writeInto(folder, `${name}.ts`, module);
    }
    complaints = typecheck(folder);
  }, 120_000);

  it("takes every setting and every option", () => {
    expect(complaints.split("\n").filter((line) => line.includes("right.ts"))).toEqual([]);
  });

  it.each(WRONG.map(([what], index) => ({ what, file: `wrong-${index}.ts` })))(
    "refuses $what that is misspelt",
    ({ file }) => {
      expect(complaints.includes(`${file}(`)).toBe(true);
    },
  );

  it("complains of nothing else", () => {
    const files = complaints.match(/^\S+?(?=\(\d+,\d+\): error)/gm) ?? [];
    expect(files.filter((file) => !/wrong-\d+\.ts$/.test(file))).toEqual([]);
  });
});

describe("a config that is not checked by an editor", () => {
  it("is taken where its type is", async () => {
    expect(await diagnosticsOf(RIGHT)).toEqual([]);
  });

  it.each(WRONG)("is refused for %s", async (_what, text, code) => {
    expect(await diagnosticsOf(text)).toEqual([code]);
  });
});

it("gives back what defineConfig is given", () => {
  const given = { protocols: { p: { source: "./schema.ts", targets: { swift: true } } } } as const;
  expect(defineConfig(given)).toBe(given);
});
