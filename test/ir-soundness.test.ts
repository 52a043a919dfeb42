import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createAcceptor } from "../src/instances/accepts.js";
import { validInstances } from "../src/instances/valid-instances.js";
import { indexDeclarations } from "../src/ir/graph.js";
import type { Protocol } from "../src/ir/types.js";
import { acceptsType } from "./support/accepts-statically.js";
import { loadSample } from "./support/load-sample.js";
import { lowerFixture } from "./support/lower-fixture.js";

const SEED = 7;
const INSTANCES = 12;
const fixtures = join(import.meta.dirname, "../fixtures");

/** Instances that a definition's schema accepts and its static type does not hold. */
function lost(protocol: Protocol): { readonly checked: number; readonly refused: readonly string[] } {
  const index = indexDeclarations(protocol.declarations);
  const registered = protocol.declarations.filter(({ origin }) => origin === undefined);
  const definitions = new Map(registered.map(({ id, schema }) => [id, schema]));
  const accepts = createAcceptor(definitions);
  const checked = registered.flatMap(({ id, schema }) =>
    validInstances(schema, { definitions, seed: SEED, count: INSTANCES })
      .filter((instance) => accepts(schema, instance))
      .map((instance) => ({ id, instance })),
  );
  const refused = checked.filter(({ id, instance }) => !acceptsType(index, { kind: "ref", target: id }, instance));
  return { checked: checked.length, refused: refused.map(({ id, instance }) => `${id}: ${JSON.stringify(instance)}`) };
}

describe("a static type holds whatever its schema accepts", () => {
  it("in all 877 definitions of the published registry", async () => {
    const { checked, refused } = lost(await loadSample({ source: "@openclaw/gateway-protocol/schema" }));
    expect(refused).toEqual([]);
    expect(checked).toBeGreaterThan(7000);
  });

  it.each(["clawdis", "gateway", ...readdirSync(join(fixtures, "registries")).map((theme) => `registries/${theme}`)])(
    "in %s",
    async (fixture) => {
      const { protocol } = await lowerFixture(join(fixtures, fixture));
      if (protocol === undefined) throw new Error("no protocol");
      const { checked, refused } = lost(protocol);
      expect(refused).toEqual([]);
      expect(checked).toBeGreaterThan(0);
    },
  );
});
