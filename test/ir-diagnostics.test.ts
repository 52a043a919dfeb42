import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { irDiagnostics } from "../src/ir/diagnostics.js";
import { lowerFixture } from "./support/lower-fixture.js";

const folder = join(import.meta.dirname, "../fixtures/invalid/ir");
const fixtures = readdirSync(folder);

describe("what lowering refuses", () => {
  it("has a fixture for every code of the family", () => {
    expect(fixtures.map((name) => `ir/${name}`).toSorted()).toEqual([...irDiagnostics.codes].toSorted());
  });

  it.each(fixtures)("reports %s with its schema path and what to do", async (name) => {
    const { protocol, diagnostics } = await lowerFixture(join(folder, name));
    expect(diagnostics.map(({ code }) => code)).toContain(`ir/${name}`);
    expect(protocol === undefined).toBe(diagnostics.some(({ severity }) => severity === "error"));
    await expect(`${JSON.stringify(diagnostics, null, 2)}\n`).toMatchFileSnapshot(
      `__golden__/ir-diagnostics/${name}.json`,
    );
  });
});
