import { join } from "node:path";
import { expect, it } from "vitest";
import { sampleProtocol } from "../../../test/support/sample-protocol.js";
import { temporaryProject } from "../../../test/support/temporary-project.js";
import { createDiagnosticList } from "../../diagnostics/collector.js";
import { loadRegistry } from "../load-registry.js";
import { createLocator } from "./create-locator.js";

const files = {
  "schema.ts": `import { Type } from "@sinclair/typebox";
import * as chat from "./chat/index.js";
import { CronJobSchema as Job, base } from "./cron.js";
import Tick from "./tick.js";

const TickEvent = Tick;
const fragments = { Renamed: Job, "odd-name": chat.ChatSchema };
export const ProtocolSchemas = Object.freeze({
  Job,
  TickEvent,
  ...fragments,
  Inline: Type.Object({ a: Type.String() }),
  Base: Type.Object(base),
  Nested: chat.nested.DeepSchema,
}) satisfies object;
`,
  "chat/index.ts": `export * from "./schemas.js";
export { DeepSchema as nestedDeep } from "./schemas.js";
import { DeepSchema } from "./schemas.js";
export const nested = { DeepSchema };
`,
  "chat/schemas.ts": `import { Type } from "@sinclair/typebox";
const closed = <T extends object>(properties: T) => Type.Object(properties as never, { additionalProperties: false });

/** A line of chat. */
export const ChatSchema = closed({
  /** Who wrote it: \`*\` for all. */
  from: Type.Optional(Type.String()),
  parts: Type.Array(Type.Object({ text: Type.String() })),
});
export const DeepSchema = Type.Intersect([ChatSchema, Type.Object({ extra: Type.Record(Type.String(), Type.Object({ x: Type.Null() })) })]);
`,
  "cron.ts": `import { Type } from "@sinclair/typebox";
const at = Type.Object({ kind: Type.Literal("at"), atMs: Type.Integer() });
const more = [Type.Object({ kind: Type.Literal("every") }), Type.Null()] as const;
export const base = { id: Type.String(), "odd key": Type.String() };
export const CronJobSchema = Type.Object({
  ...base,
  schedule: Type.Union([at, ...more]),
  pair: Type.Tuple([Type.String(), Type.Object({ left: Type.Null() })]),
  tree: Type.Recursive((This) => Type.Object({ leaf: Type.Boolean(), branches: Type.Array(This) })),
  merged: Type.Object({ ...at.properties, later: Type.Null() }),
  raw: { type: "object", properties: { deep: { anyOf: [{ type: "string" }] } } },
});
`,
  "tick.ts": `import { Type } from "@sinclair/typebox";
export default Type.Object({ ts: Type.Integer() });
`,
};

it.each([
  ["Job", "cron.ts", "CronJobSchema = "],
  ["Job.id", "cron.ts", "id: Type.String()"],
  ['Job["odd key"]', "cron.ts", '"odd key": '],
  ["Job.schedule", "cron.ts", "schedule: "],
  ["Job.schedule.anyOf[0]", "cron.ts", "at, ...more"],
  ["Job.schedule.anyOf[0].atMs", "cron.ts", "atMs: "],
  ["Job.schedule.anyOf[1].kind", "cron.ts", 'kind: Type.Literal("every")'],
  ["Job.schedule.anyOf[2]", "cron.ts", "Type.Null()] as const"],
  ["Job.pair.items[1].left", "cron.ts", "left: "],
  ["Job.tree.leaf", "cron.ts", "leaf: "],
  ["Job.tree.branches.items.leaf", "cron.ts", "This) })"],
  ["Job.merged.atMs", "cron.ts", "atMs: "],
  ["Job.merged.later", "cron.ts", "later: "],
  ["Job.raw.deep.anyOf[0]", "cron.ts", '{ type: "string" }'],
  ["Job.nowhere.at.all", "cron.ts", "CronJobSchema = "],
  ["TickEvent.ts", "tick.ts", "ts: "],
  ["Renamed.id", "cron.ts", "id: Type.String()"],
  ['["odd-name"].from', "chat/schemas.ts", "from: "],
  ['["odd-name"].parts.items.text', "chat/schemas.ts", "text: "],
  ["Inline.a", "schema.ts", "a: "],
  ["Base.id", "cron.ts", "id: Type.String()"],
  ["Nested.from", "chat/schemas.ts", "from: "],
  [`Nested.extra.patternProperties["^(.*)$"].x`, "chat/schemas.ts", "x: "],
  ["Unregistered.id", "schema.ts", "ProtocolSchemas = "],
] as const)("finds %s", async (path, file, text) => {
  const { root } = temporaryProject(files);
  const location = (await createLocator(sampleProtocol({}), root))?.locate(path);
  expect(location?.file).toBe(file);
  const line = files[file].split("\n")[(location?.line ?? 0) - 1];
  expect(line?.slice((location?.column ?? 0) - 1)).toSatisfy((found: string) => found.startsWith(text));
});

it("finds paths in a JSON Schema file by line and column", async () => {
  const { root } = temporaryProject({
    "p.json":
      '{ "definitions": {\n  "Job": { "properties": {\n    "at ms": { "anyOf": [{}, { "type": "null" }] } } } } }',
  });
  const protocol = sampleProtocol({ source: "p.json" });
  const locator = await createLocator(protocol, root);
  const found = ["Job", 'Job["at ms"].anyOf[1]', "Job.gone", "Nothing"].map((path) => locator?.locate(path));
  expect(found.map((location) => [location?.line, location?.column])).toEqual([
    [2, 3],
    [3, 30],
    [2, 3],
    [1, 3],
  ]);
});

it("reads JSDoc of definitions and properties where the config asks for it", async () => {
  const { root } = temporaryProject({
    "schema.ts": `/** Sent every
 * second.
 * @deprecated soon
 */
const Tick = { type: "object", properties: { /** Unix time. */ ts: { type: "integer" }, plain: {} } };
export const ProtocolSchemas = {
  Tick,
  /** The registry's word counts. */
  Chat: { type: "array", items: { type: "object", properties: { /** A tick. */ tick: Tick, /** No. */
  other: {} } } },
  Mode: { anyOf: [/** At once. */ { const: "now" }, { const: "later" },
    /** Never. @see nothing */
    { const: "never" }] },
};`,
  });
  const diagnostics = createDiagnosticList();
  const registry = await loadRegistry(sampleProtocol({ docs: "jsdoc" }), { root, diagnostics });
  expect(Object.fromEntries(registry?.docs ?? [])).toEqual({
    Tick: "Sent every\nsecond.",
    "Tick.ts": "Unix time.",
    Chat: "The registry's word counts.",
    "Chat.items.tick": "A tick.",
    "Mode.anyOf[0]": "At once.",
    "Mode.anyOf[2]": "Never. @see nothing",
  });
  const without = await loadRegistry(sampleProtocol({}), { root, diagnostics });
  expect(without?.docs.size).toBe(0);
});

it("finds definitions of the real protocol in the package's compiled modules", async () => {
  const root = join(import.meta.dirname, "../../..");
  const locator = await createLocator(sampleProtocol({ source: "@openclaw/gateway-protocol/schema" }), root);
  expect(locator?.locate("CronJob.schedule")?.file).toContain("/gateway-protocol/dist/");
});
