import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runCli, transcript } from "./support/run-cli.js";

const invalid = join(import.meta.dirname, "../fixtures/invalid");
const cases = readdirSync(invalid)
  .flatMap((family) => readdirSync(join(invalid, family)).map((name) => `${family}/${name}`))
  .toSorted();

/** What a fixture's folder lacks on purpose. */
const sources: Readonly<Record<string, string>> = { "registry/source-not-found": "schem.ts" };

/** `check` writes nothing; one target keeps what is merely missing short. */
function commandLine(fixture: string): readonly string[] {
  const files = readdirSync(join(invalid, fixture));
  // A folder above all of these has a config.
  if (fixture === "config/file-not-found") return ["check", "--config", "typewire.config.ts"];
  if (fixture.startsWith("config/") || files.some((file) => file.startsWith("typewire.config."))) return ["check"];
  const source = sources[fixture] ?? files.find((file) => /schema\.(ts|yaml|json)$/.test(file)) ?? "";
  return ["check", "json-schema", source, "--out", "generated"];
}

describe("the command line on invalid input", () => {
  it.concurrent.for(cases)("prints what is wrong with %s", async (fixture, { expect: expectHere }) => {
    const args = commandLine(fixture);
    const result = await runCli(args, { cwd: join(invalid, fixture) });
    expectHere(result.stderr).toMatch(/(error|warning) (config|registry|ir)\//);
    await expectHere(transcript(args, result)).toMatchFileSnapshot(`__golden__/cli/${fixture}.txt`);
  });

  it("has no golden without a fixture", () => {
    const golden = join(import.meta.dirname, "__golden__/cli");
    const found = readdirSync(golden).flatMap((family) =>
      readdirSync(join(golden, family)).map((name) => `${family}/${name}`),
    );
    expect(found.toSorted()).toEqual(cases.map((name) => `${name}.txt`));
  });
});
