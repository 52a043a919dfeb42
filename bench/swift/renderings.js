// The same protocol in Swift, three ways: ours, today's script's style, and quicktype's.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { weakRendering } from "./weak-rendering.js";

const here = import.meta.dirname;
const repository = dirname(dirname(here));

/** The protocols to compile, each a registry for us and a document for the others. */
export const PROTOCOLS = [
  {
    name: "clawdis",
    source: "fixtures/clawdis/schema.ts",
    document: "fixtures/clawdis/expected.schema.json",
  },
  {
    name: "real",
    source: "@openclaw/gateway-protocol/schema",
    document: "node_modules/@openclaw/gateway-protocol/protocol.schema.json",
  },
];

function command(file, args, cwd = repository) {
  const { status, stderr } = spawnSync(file, args, { cwd, encoding: "utf8", maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`${file} ${args.join(" ")} ended with ${status}: ${stderr}`);
}

function writeOurs({ source }, folder) {
  command(process.execPath, ["bin/typewire.js", "generate", "swift", source, "--out", folder]);
  const file = readdirSync(folder).find((name) => name.endsWith(".swift"));
  return readFileSync(join(folder, file), "utf8");
}

function writeWeak({ document }) {
  return weakRendering(JSON.parse(readFileSync(join(repository, document), "utf8")));
}

/** Every definition as a top-level type, as one schema whose properties they are: what quicktype makes most of. */
function writeQuicktype({ document }, folder) {
  if (!existsSync(join(here, "node_modules/quicktype"))) command("npm", ["ci", "--no-audit", "--no-fund"], here);
  const { definitions } = JSON.parse(readFileSync(join(repository, document), "utf8"));
  const properties = Object.fromEntries(
    Object.keys(definitions).map((name) => [name, { $ref: `#/definitions/${name}` }]),
  );
  const schema = { $schema: "http://json-schema.org/draft-07/schema#", type: "object", properties, definitions };
  const input = join(folder, "Protocol.schema.json");
  const output = join(folder, "quicktype.swift");
  writeFileSync(input, JSON.stringify(schema));
  const flags = ["--src-lang", "schema", "--lang", "swift", "--protocol", "none", "-o", output, input];
  command(process.execPath, [join(here, "node_modules/quicktype/dist/index.js"), ...flags], here);
  return readFileSync(output, "utf8");
}

/** The ways in the order of the table. */
export const RENDERINGS = [
  { name: "ours", write: writeOurs },
  { name: "weak", write: writeWeak },
  { name: "quicktype", write: writeQuicktype },
];
