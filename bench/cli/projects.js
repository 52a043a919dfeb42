// Makes the projects that are measured, in a temporary folder: nothing of this repository configures them.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const repository = dirname(dirname(import.meta.dirname));
const PACKAGE = "@openclaw/gateway-protocol/schema";
const targets = { "json-schema": true, swift: true, typescript: true };

/** The baseline of generate: a script that imports a registry and writes its JSON, and nothing else. */
function jsonScript(specifier) {
  return `import { writeFileSync } from "node:fs";
import { ProtocolSchemas } from ${JSON.stringify(specifier)};
const document = { $schema: "http://json-schema.org/draft-07/schema#", definitions: ProtocolSchemas };
writeFileSync(new URL("./written.json", import.meta.url), \`\${JSON.stringify(document, null, 2)}\\n\`);
`;
}

/** A project's folder, with packages of its own so that its cache is its own too. */
function createProject(root, name, files) {
  const folder = join(root, name);
  mkdirSync(join(folder, "node_modules/@openclaw"), { recursive: true });
  const link = (from, to) => symlinkSync(realpathSync(join(repository, from)), join(folder, "node_modules", to));
  link("node_modules/@openclaw/gateway-protocol", "@openclaw/gateway-protocol");
  link("node_modules/@sinclair", "@sinclair");
  link("node_modules/tsx", "tsx");
  link(".", "typewire");
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
  return folder;
}

function config(protocol) {
  return JSON.stringify({ protocols: { protocol: { title: "Protocol", targets, ...protocol } } });
}

/** The registered name of the only union with a discriminator: of copies, the one that is to be the frame. */
async function framesName() {
  const { ProtocolSchemas } = await import(PACKAGE);
  return Object.keys(ProtocolSchemas).find((name) => "discriminator" in ProtocolSchemas[name]);
}

/** Commits a project, and stages a change that has nothing to do with it. */
function stage(folder) {
  const git = (...words) =>
    spawnSync("git", ["-c", "user.name=bench", "-c", "user.email=bench@localhost", ...words], { cwd: folder });
  writeFileSync(join(folder, ".gitignore"), "node_modules\n");
  git("init", "--quiet");
  git("add", ".");
  git("commit", "--quiet", "--message", "all");
  writeFileSync(join(folder, "notes.txt"), "a note\n");
  git("add", "notes.txt");
  return folder;
}

/** The folders of the projects, by what is in them. */
export async function createProjects() {
  const root = mkdtempSync(join(realpathSync(tmpdir()), "typewire-bench-"));
  const samples = join(repository, "fixtures/clawdis");
  const published = { "typewire.config.json": config({ source: PACKAGE }), "write-json.ts": jsonScript(PACKAGE) };
  const sample = {
    "typewire.config.ts": `import { defineConfig } from "typewire";\nexport default defineConfig(${config({ source: "./schema.ts" })});\n`,
    "write-json.ts": jsonScript("./schema.ts"),
  };
  const sampleProject = (name) => {
    const folder = createProject(root, name, sample);
    const sources = readdirSync(samples).filter((file) => file.endsWith(".ts"));
    for (const file of sources) cpSync(join(samples, file), join(folder, file));
    return folder;
  };
  return {
    root,
    sample: sampleProject("sample"),
    published: createProject(root, "published", published),
    stagedPublished: stage(createProject(root, "staged-published", published)),
    stagedSample: stage(sampleProject("staged-sample")),
    copies: createProject(root, "copies", {
      "registry.mjs": `export * from ${JSON.stringify(join(import.meta.dirname, "renamed-copies.mjs"))};\n`,
      "typewire.config.json": config({ source: "./registry.mjs", frames: await framesName() }),
    }),
  };
}
