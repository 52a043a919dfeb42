import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { inspectProtocol } from "../src/ir/inspect/inspect-tree.js";
import { protocolJson } from "../src/ir/inspect/protocol-json.js";
import { lowerFixture } from "./support/lower-fixture.js";

const fixtures = join(import.meta.dirname, "../fixtures");
const themes = readdirSync(join(fixtures, "registries"));

describe("the IR", () => {
  it.each(themes)("of the theme %s is its golden, as JSON and as a tree", async (theme) => {
    const { protocol, diagnostics } = await lowerFixture(join(fixtures, "registries", theme));
    expect(diagnostics).toEqual([]);
    if (protocol === undefined) throw new Error("no protocol");
    await expect(protocolJson(protocol)).toMatchFileSnapshot(`__golden__/ir/${theme}.json`);
    await expect(inspectProtocol(protocol)).toMatchFileSnapshot(`__golden__/ir/${theme}.txt`);
  });

  it.each(["clawdis", "gateway"])("of the sample %s is its golden, as a tree", async (sample) => {
    const { protocol, diagnostics } = await lowerFixture(join(fixtures, sample));
    expect(diagnostics).toEqual([]);
    if (protocol === undefined) throw new Error("no protocol");
    await expect(inspectProtocol(protocol)).toMatchFileSnapshot(`__golden__/ir/sample-${sample}.txt`);
  });

  it("has a golden for every fixture, and no golden without one", () => {
    const expected = [
      ...themes.flatMap((theme) => [`${theme}.json`, `${theme}.txt`]),
      "sample-clawdis.txt",
      "sample-gateway.txt",
    ];
    expect(readdirSync(join(import.meta.dirname, "__golden__/ir")).toSorted()).toEqual(expected.toSorted());
  });
});
