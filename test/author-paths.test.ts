import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Protocol } from "../src/ir/types.js";
import { findSchema } from "../src/registry/locate/find-schema.js";
import { openModuleFiles } from "../src/registry/locate/module-files.js";
import { lowerFixture } from "./support/lower-fixture.js";

const fixtures = join(import.meta.dirname, "../fixtures");
const themes = readdirSync(join(fixtures, "registries")).filter((theme) => theme !== "json-schema-file");
const registries = ["author-paths", "clawdis", "gateway", ...themes.map((theme) => `registries/${theme}`)];

async function lowered(registry: string): Promise<Protocol> {
  const { protocol } = await lowerFixture(join(fixtures, registry));
  if (protocol === undefined) throw new Error(`${registry} cannot be lowered`);
  return protocol;
}

/** Every address that a protocol carries. */
function sources({ declarations }: Protocol): readonly string[] {
  return declarations.flatMap((declaration) => [
    declaration.source,
    ...(declaration.kind === "object" ? declaration.properties.map(({ source }) => source) : []),
    ...(declaration.kind === "union" ? declaration.variants.map(({ source }) => source) : []),
  ]);
}

/** Every line of JSDoc that a protocol carries, where it stands: `Rec.nullable.x: N1`. */
function documentation({ declarations }: Protocol): readonly string[] {
  return declarations.flatMap((declaration) =>
    [
      ...(declaration.kind === "object" ? declaration.properties.map(({ wireName, doc }) => [wireName, doc]) : []),
      ...(declaration.kind === "enum" ? declaration.values.map(({ value, doc }) => [value, doc]) : []),
      ...(declaration.kind === "union" ? declaration.variants.map(({ type, doc }) => [type.kind, doc]) : []),
    ]
      .filter(([, doc]) => doc !== undefined)
      .map(([name, doc]) => `${declaration.id} ${name}: ${doc}`),
  );
}

describe("the author's own path", () => {
  it.each(registries)("leads to a place in the source of %s, wherever it is carried", async (registry) => {
    const files = openModuleFiles(join(fixtures, registry, "schema.ts"));
    const exported = files.exported(files.entry, "ProtocolSchemas");
    if (exported === undefined) throw new Error("no registry");
    const lost = sources(await lowered(registry)).filter((path) => !findSchema(files, exported, path).exact);
    expect(lost).toEqual([]);
  });

  it("brings JSDoc to the member that it stands at, whatever surrounds it", async () => {
    const found = documentation(await lowered("author-paths"));
    await expect(`${found.join("\n")}\n`).toMatchFileSnapshot("__golden__/author-paths.txt");
  });

  it("loses no JSDoc", async () => {
    const text = readFileSync(join(fixtures, "author-paths/schema.ts"), "utf8");
    const written = [...text.matchAll(/\/\*\* (.*?) \*\//g)].map(([, doc]) => doc);
    const found = documentation(await lowered("author-paths")).map((line) => line.replace(/^.*?: /, ""));
    expect(written.length).toBeGreaterThan(30);
    expect(written.filter((doc) => doc !== undefined && !found.includes(doc))).toEqual([]);
  });
});
