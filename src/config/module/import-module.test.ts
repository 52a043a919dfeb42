import { join } from "node:path";
import { expect, it } from "vitest";
import { temporaryProject } from "../../../test/support/temporary-project.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { importModule } from "./import-module.js";
import type { ModuleFailure } from "./module-failure.js";

function diagnosticOf({ kind, message }: ModuleFailure): Diagnostic {
  return { code: kind, severity: "error", message };
}

async function failuresOf(files: Readonly<Record<string, string>>): Promise<readonly ModuleFailure[]> {
  const { root } = temporaryProject(files);
  const [entry = ""] = Object.keys(files);
  const imported = await importModule({ root, file: join(root, entry), describe: diagnosticOf });
  if (imported.ok) throw new Error("the module could be imported");
  return imported.failures;
}

it.each([["m.mjs"], ["m.ts"]])("says where %s throws", async (entry) => {
  const files = { [entry]: 'import "./deep/n.mjs";\n', "deep/n.mjs": '\n\n  throw new TypeError("no\\nmore");\n' };
  expect(await failuresOf(files)).toEqual([
    { kind: "threw", message: "TypeError: no", location: { file: "deep/n.mjs", line: 3, column: 9 } },
  ]);
});

it.each([["m.mjs"], ["m.cjs"], ["m.mts"]])("says where %s does not parse", async (entry) => {
  expect(await failuresOf({ [entry]: "const a = 1;\nconst = 2;\n" })).toEqual([
    { kind: "build", message: 'Expected identifier but found "="', location: { file: entry, line: 2, column: 7 } },
  ]);
});

it.each([["m.mjs"], ["m.ts"]])("says which import of %s leads nowhere", async (entry) => {
  const files = {
    [entry]: 'import { x } from "./gone.mjs";\nimport { y } from "nowhere-at-all";\nexport const z = [x, y];',
  };
  expect(await failuresOf(files)).toEqual([
    { kind: "build", message: 'Could not resolve "./gone.mjs"', location: { file: entry, line: 1, column: 19 } },
    {
      kind: "build",
      message: 'Could not resolve "nowhere-at-all"',
      location: { file: entry, line: 2, column: 19 },
      help: "Install it: `npm install nowhere-at-all`.",
    },
  ]);
});

it("says where a function of another file threw, not the package that it called", async () => {
  const failures = await failuresOf({
    "m.ts": 'import { make } from "./make.js";\nmake();\n',
    "make.ts": 'import fail from "strict";\nexport const make = (): void =>\n  fail();\n',
    "node_modules/strict/package.json": '{ "type": "module", "exports": "./index.js" }',
    "node_modules/strict/index.js": 'export default () => { throw new Error("strict"); };',
  });
  expect(failures).toEqual([
    { kind: "threw", message: "Error: strict", location: { file: "make.ts", line: 3, column: 3 } },
  ]);
});

it.each([
  ["throw 'text';", 'threw "text"'],
  ["throw null;", "threw null"],
  ["throw { code: 1 };", "threw an object that is no Error"],
  ["throw new Error();", "Error"],
])("describes what %s throws", async (text, message) => {
  expect(await failuresOf({ "m.ts": text })).toMatchObject([{ kind: "threw", message }]);
});
