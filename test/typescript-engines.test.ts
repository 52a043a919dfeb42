import { describe, expect, it } from "vitest";
import { createDiagnosticList } from "../src/diagnostics/collector.js";
import { mutate } from "../src/instances/mutate.js";
import { createRandom } from "../src/instances/random.js";
import { validInstances } from "../src/instances/valid-instances.js";
import type { Protocol } from "../src/ir/types.js";
import { nameTypes } from "../src/targets/typescript/names.js";
import { type Exports, importModule, writeJavascript } from "./support/import-typescript.js";
import { loadSample } from "./support/load-sample.js";
import { printProtocol, sources } from "./support/typescript-samples.js";
import { correctedAjv, DIFFERENCES } from "./validators/differences.js";

const SEED = 11;

async function load(protocol: Protocol, sample: string, engine: string): Promise<Exports> {
  const folder = writeJavascript(printProtocol(protocol, { engine }), `typescript-engines-${sample}-${engine}`);
  return importModule(folder, "validators.js");
}

function verdict(module: Exports, name: string, value: unknown): unknown {
  const validate = module[`validate${name}`];
  if (typeof validate !== "function") throw new Error(`there is no validate${name}`);
  return validate(value);
}

describe("the two engines", () => {
  it.each(Object.entries(sources))("agree on valid and damaged values of %s", async (sample, source) => {
    const protocol = await loadSample({ source });
    const names = nameTypes(protocol, createDiagnosticList());
    const [standalone, ajv] = [await load(protocol, sample, "standalone"), await load(protocol, sample, "ajv")];
    const registered = protocol.declarations.filter(({ origin }) => origin === undefined);
    const definitions = new Map(registered.map(({ id, schema }) => [id, schema]));
    const corrected = correctedAjv({ definitions: Object.fromEntries(definitions) }, DIFFERENCES);
    const random = createRandom(SEED);
    const verdicts = { valid: 0, invalid: 0 };
    for (const { id, schema } of registered) {
      const name = names.get(id) ?? id;
      const valid = validInstances(schema, { definitions, seed: SEED, count: 5 });
      for (const value of [...valid, ...valid.map((instance) => mutate(instance, schema, random))]) {
        const own = verdict(standalone, name, value);
        const theirs = verdict(ajv, name, value);
        // The engine is AJV as it is. Where it leaves a standard in a way that is listed, AJV corrected has to agree.
        const agreed = theirs === own ? theirs : corrected(id)?.(value);
        expect(agreed, `${id} with the seed ${SEED}: ${JSON.stringify(value)}`).toBe(own);
        verdicts[own === true ? "valid" : "invalid"] += 1;
      }
    }
    expect(verdicts.valid).toBeGreaterThan(0);
    expect(verdicts.invalid).toBeGreaterThan(0);
  });
});
