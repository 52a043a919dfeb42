import { readdirSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { documentOf, documentUnit, parseDocument, verdictsOf } from "./support/json-schema-document.js";
import { lowerFixture } from "./support/lower-fixture.js";

const registries = join(import.meta.dirname, "../fixtures/registries");
const themes = readdirSync(registries);
const GOLDENS = ["view.json", "inline.json", "named.json"];

describe.each(themes)("the document of the theme %s", (theme) => {
  it("is its golden, as a view model and as text", async () => {
    const protocol = await protocolOf(theme);
    const { view } = documentUnit(protocol, { surface: true });
    await expect(`${JSON.stringify(view, null, 2)}\n`).toMatchFileSnapshot(`__golden__/json-schema/${theme}.view.json`);
    for (const refs of ["inline", "named"]) {
      const text = documentOf(protocol, { refs, surface: true });
      await expect(text).toMatchFileSnapshot(`__golden__/json-schema/${theme}.${refs}.json`);
    }
  });

  it("passes the draft-07 meta-schema, and says the same inline and with named references", async () => {
    const protocol = await protocolOf(theme);
    for (const refs of ["inline", "named"]) {
      const ajv = new Ajv({ strict: false });
      ajv.validateSchema(parseDocument(documentOf(protocol, { refs, surface: true })));
      expect(ajv.errors).toBeNull();
    }
    const verdicts = verdictsOf(protocol);
    expect(verdicts.filter(({ inline, named }) => inline !== named)).toEqual([]);
    expect(verdicts.filter(({ inline }) => inline).length).toBeGreaterThan(0);
  });
});

describe("the goldens of the JSON Schema target", () => {
  it("are those of the themes, no more and no fewer", () => {
    const expected = themes.flatMap((theme) => GOLDENS.map((golden) => `${theme}.${golden}`));
    const goldens = readdirSync(join(import.meta.dirname, "__golden__/json-schema"));
    expect(goldens.toSorted()).toEqual(expected.toSorted());
  });
});

async function protocolOf(theme: string) {
  const { protocol } = await lowerFixture(join(registries, theme));
  if (protocol === undefined) throw new Error(`${theme} gives no protocol`);
  return protocol;
}
