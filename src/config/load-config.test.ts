import { join } from "node:path";
import { Type } from "@sinclair/typebox";
import { expect, it } from "vitest";
import { temporaryProject } from "../../test/support/temporary-project.js";
import { createDiagnosticList } from "../diagnostics/collector.js";
import { configFromArguments } from "./config-from-arguments.js";
import { loadConfig, type LoadConfigOptions, type LoadedConfig } from "./load-config.js";

const options = Type.Object({
  refs: Type.Optional(Type.String({ default: "inline" })),
  deep: Type.Optional(Type.Boolean()),
});
const targets = [
  { name: "alpha", defaultOutput: "alpha.json", options },
  { name: "beta", defaultOutput: "Beta", options: Type.Object({}) },
];

async function load(settings: Omit<LoadConfigOptions, "targets">): Promise<LoadedConfig> {
  const found = createDiagnosticList();
  const config = await loadConfig({ targets, ...settings }, found);
  expect(found.diagnostics).toEqual([]);
  if (config === undefined) throw new Error("no config and no finding");
  return config;
}

const minimal = {
  protocols: {
    chat: { source: "./wire/../schema.ts", targets: { beta: { output: "./out/Beta/" }, alpha: true as const } },
  },
};

const minimalProtocol = {
  name: "chat",
  source: "schema.ts",
  exports: {
    schemas: "ProtocolSchemas",
    version: "PROTOCOL_VERSION",
    errorCodes: "ErrorCodes",
    methods: "METHODS",
    events: "EVENTS",
  },
  title: undefined,
  id: undefined,
  description: undefined,
  names: {},
  frames: undefined,
  docs: "schema",
  methods: {},
  events: {},
  kinds: {},
  targets: [
    { name: "alpha", output: "generated/chat/alpha.json", committed: true, allow: [], options: {} },
    { name: "beta", output: "out/Beta", committed: true, allow: [], options: {} },
  ],
};

it("refuses an output of one file that does not end as its language asks for", async () => {
  const swiftLike = { name: "alpha", defaultOutput: "A.swift", options, outputEnding: () => ".swift" };
  const outputs = ["Sources/Proto", "Sources/Proto.swift", "Sources/Proto/"];
  const messages = outputs.map(async (output) => {
    const config = { protocols: { chat: { source: "./schema.ts", targets: { alpha: { output } } } } };
    const { root } = temporaryProject({ "typewire.config.json": JSON.stringify(config) });
    const found = createDiagnosticList();
    await loadConfig({ targets: [swiftLike], root }, found);
    return found.diagnostics.map(({ code, message, help }) => `${code}: ${message} ${help}`);
  });
  const place = "config/invalid-value: protocols.chat.targets.alpha.output must be the path of a .swift file";
  expect(await Promise.all(messages)).toEqual([
    [`${place}, since the output is one file, not "Sources/Proto" Did you mean "Sources/Proto.swift"?`],
    [],
    [`${place}, since the output is one file, not "Sources/Proto/" Did you mean "Sources/Proto.swift"?`],
  ]);
});

it.each([
  ["typewire.config.ts", `const config: object = ${JSON.stringify(minimal)};\nexport default config;`],
  ["typewire.config.mts", `export default ${JSON.stringify(minimal)} satisfies object;`],
  ["typewire.config.js", `module.exports = ${JSON.stringify(minimal)};`],
  ["typewire.config.mjs", `export default ${JSON.stringify(minimal)};`],
  ["typewire.config.json", JSON.stringify(minimal)],
])("finds %s and fills in what it leaves out", async (name, text) => {
  const { root } = temporaryProject({ [name]: text });
  const file = join(root, name);
  expect(await load({ root })).toEqual({ root, file, files: [file], protocols: [minimalProtocol], sections: {} });
});

it("keeps everything that a config says", async () => {
  const protocol = {
    source: "@acme/protocol/schema",
    exports: { schemas: "Wire", events: "PUSHES" },
    title: "Chat",
    id: "https://example.org/chat.json",
    description: "Frames",
    names: { errorCode: "ChatErrorCode" },
    frames: "Frame",
    docs: "jsdoc",
    methods: { "chat.send": { params: "SendParams", result: null } },
    events: { tick: { payload: null } },
    kinds: { Date: { type: "string", format: "date-time" } },
    targets: { alpha: { refs: "named", deep: true, committed: false, allow: ["*.hand.json"] } },
  };
  const { root } = temporaryProject({
    "typewire.config.json": JSON.stringify({ protocols: { chat: protocol }, rules: { a: 1 } }),
  });
  const config = await load({ root, sections: { rules: Type.Object({ a: Type.Number() }), policy: Type.Object({}) } });
  expect(config.sections).toEqual({ rules: { a: 1 } });
  expect(config.protocols).toEqual([
    {
      ...protocol,
      name: "chat",
      exports: { ...minimalProtocol.exports, schemas: "Wire", events: "PUSHES" },
      targets: [
        {
          name: "alpha",
          output: "generated/chat/alpha.json",
          committed: false,
          allow: ["*.hand.json"],
          options: { refs: "named", deep: true },
        },
      ],
    },
  ]);
});

it("takes the folder of a config that is named as the project", async () => {
  const { root } = temporaryProject({ "packages/chat/my.config.json": JSON.stringify(minimal) });
  const config = await load({ root, file: "packages/chat/my.config.json" });
  expect(config.root).toBe(join(root, "packages/chat"));
});

it("reads a config again when that is asked for", async () => {
  const project = temporaryProject({ "typewire.config.mjs": `export default ${JSON.stringify(minimal)};` });
  await load({ root: project.root });
  const changed = JSON.stringify(minimal).replace('"chat"', '"talk"');
  project.write({ "typewire.config.mjs": `export default ${changed};` });
  expect((await load({ root: project.root, fresh: true })).protocols.map(({ name }) => name)).toEqual(["talk"]);
});

it.each([
  ["src/gateway/schema.ts", "gateway"],
  ["chat.ts", "chat"],
  ["protocols/chat.schema.json", "chat"],
  ["./schema.ts", "sample-project"],
  ["packages/wire/src/index.mjs", "wire"],
  ["@acme/gateway-protocol/schema", "gateway-protocol"],
])("names the protocol of %s without a config", (source, name) => {
  const config = configFromArguments({ root: "/home/sample-project", source, out: "out/", targets });
  expect(config.protocols).toEqual([
    {
      ...minimalProtocol,
      name,
      source: source.replace("./", ""),
      targets: [
        { name: "alpha", output: "out/alpha.json", committed: true, allow: [], options: {} },
        { name: "beta", output: "out/Beta", committed: true, allow: [], options: {} },
      ],
    },
  ]);
});
