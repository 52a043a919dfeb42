// Makes what is measured: our validators for three registries, AJV's standalone code, typia's code, and one bundle for
// each way to start. Runs under tsx, since it uses the generator's sources. Everything goes to node_modules/.work/, where no other tool looks.
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import standaloneCode from "ajv/dist/standalone/index.js";
import { build, transform } from "esbuild";
import { configFromArguments } from "../../src/config/config-from-arguments.js";
import { createDiagnosticList } from "../../src/diagnostics/collector.js";
import { loadProtocol } from "../../src/pipeline/load-protocol.js";
import { createRenderer } from "../../src/render/renderer.js";
import { targets } from "../../src/targets/index.js";
import { typiaSource } from "./peers/typia-source.js";
import { registries } from "./registries.js";
import { workloads } from "./workloads.js";

const here = import.meta.dirname;
const root = resolve(here, "../..");
const work = join(here, "node_modules/.work");
const renderer = createRenderer();

rmSync(work, { recursive: true, force: true });
for (const registry of registries) await prepare(registry);
await prepareTypia();

async function prepare({ name, source, typebox }) {
  const folder = join(work, name);
  mkdirSync(folder, { recursive: true });
  const [settings] = configFromArguments({ root, source, out: "generated", targets: [] }).protocols;
  const diagnostics = createDiagnosticList();
  const protocol = await loadProtocol(settings, root, diagnostics);
  if (protocol === undefined) throw new Error(JSON.stringify(diagnostics.diagnostics));
  const registered = protocol.declarations.filter(({ origin }) => origin === undefined);
  const names = registered.map(({ id }) => id);
  const schemas = Object.fromEntries(registered.map(({ id, schema }) => [id, schema]));
  const write = (file, text) => writeFileSync(join(folder, file), text);
  write("schemas.json", JSON.stringify(schemas));
  const validators = print("typescript", protocol, {}).find(({ path }) => path === "validators.ts").text;
  write("validators.ts", validators);
  write("ours.js", (await transform(validators, { loader: "ts", format: "esm" })).code);
  const [document] = print("json-schema", protocol, { refs: "named" });
  write("standalone.raw.js", standalone(JSON.parse(document.text), names));
  await bundle(folder, 'export * from "./standalone.raw.js";', "standalone.js");
  if (typebox)
    await bundle(folder, `export { ProtocolSchemas } from ${JSON.stringify(join(root, source))};`, "registry.js");
  await starts(folder, { frames: protocol.frames, names, typebox });
}

/** The files of one target. */
function print(name, protocol, options) {
  const target = targets.find((one) => one.name === name);
  const { units } = target.translate(protocol, { options, diagnostics: createDiagnosticList() });
  return units.map((unit) => ({ path: unit.path, text: renderer.render(name, unit) }));
}

/** AJV's standalone code for a document whose definitions refer to each other, so that none is written twice. */
function standalone(document, names) {
  const ajv = new Ajv({ strict: false, code: { source: true, esm: true } });
  addFormats(ajv);
  ajv.addSchema({ ...document, $id: "document" });
  return standaloneCode(ajv, Object.fromEntries(names.map((name) => [`v${name}`, `document#/definitions/${name}`])));
}

/** One module for each way to be ready: when it is imported, every validator is there. */
async function starts(folder, { frames, names, typebox }) {
  const all = (prefix) => names.map((name) => `${prefix}${name}`).join(", ");
  const compiled = 'import schemas from "./schemas.json";\nconst made = new Map();\n';
  const candidates = {
    "ajv.compile": `import { Ajv } from "ajv"; import addFormats from "ajv-formats";\n${compiled}
const ajv = new Ajv({ strict: false }); addFormats(ajv);
const withAll = (schema) => (JSON.stringify(schema).includes('"$ref"') ? { ...schema, definitions: schemas } : schema);
for (const [name, schema] of Object.entries(schemas)) made.set(name, ajv.compile(withAll(schema)));
export const check = made.get("${frames}");`,
    "typebox 1.x": `import { Compile } from "typebox/schema";\n${compiled}
for (const [name, schema] of Object.entries(schemas)) made.set(name, Compile(schema));
export const check = (value) => made.get("${frames}").Check(value);`,
    "ajv standalone, minified": `export { v${frames} as check } from "./standalone.js";\nexport { ${all("v")} } from "./standalone.js";`,
    "typewire, accept only": `export { is${frames} as check } from "./ours.js";\nexport { ${all("is")} } from "./ours.js";`,
    typewire: `export { validate${frames} as check } from "./ours.js";\nexport { ${all("is")}, ${all("validate")} } from "./ours.js";`,
    ...(typebox && {
      "TypeBox 0.34": `import { TypeCompiler } from "@sinclair/typebox/compiler"; import { ProtocolSchemas } from "./registry.js";
const made = new Map();
for (const [name, schema] of Object.entries(ProtocolSchemas)) made.set(name, TypeCompiler.Compile(schema));
export const check = (value) => made.get("${frames}").Check(value);`,
    }),
  };
  for (const [name, contents] of Object.entries(candidates)) await bundle(folder, contents, `start ${name}.js`);
  await bundle(folder, 'export { validateTickEvent } from "./ours.js";', "one event.js");
}

async function bundle(folder, contents, file) {
  await build({
    stdin: { contents, resolveDir: folder, loader: "js" },
    outfile: join(folder, file),
    bundle: true,
    minify: true,
    format: "esm",
    platform: "node",
    nodePaths: [join(here, "node_modules")],
    logLevel: "error",
  });
}

/** Has typia's own generator write its validators. Where it cannot run, it is left out of the tables. */
async function prepareTypia() {
  const [clawdis] = registries;
  const folder = join(work, "typia");
  mkdirSync(join(folder, "in"), { recursive: true });
  const schemas = createRequire(import.meta.url)(join(work, clawdis.name, "schemas.json"));
  const definitions = [...new Set(workloads.map(({ definition }) => definition))];
  writeFileSync(join(folder, "in", "validators.ts"), typiaSource(schemas, definitions));
  const options = { target: "ES2022", module: "ESNext", moduleResolution: "Bundler", strict: true, skipLibCheck: true };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: options, include: ["in"] }));
  const typia = join(here, "node_modules/typia/lib/executable/typia.js");
  const words = ["generate", "--input", "in", "--output", "out", "--project", "tsconfig.json"];
  const { status, stdout, stderr } = spawnSync(process.execPath, [typia, ...words], { cwd: folder, encoding: "utf8" });
  if (status !== 0) {
    console.error(`typia does not run here and is left out:\n${stdout}${stderr}`);
    return;
  }
  await build({
    entryPoints: [join(folder, "out/validators.ts")],
    outfile: join(folder, "typia.js"),
    bundle: true,
    format: "esm",
    platform: "node",
    nodePaths: [join(here, "node_modules")],
    logLevel: "error",
  });
}
