import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { printTypescript, sources, themes } from "./support/typescript-samples.js";

const GOLDEN = fileURLToPath(new URL("__golden__/typescript/", import.meta.url));

describe("the TypeScript target", () => {
  it.each(themes())("makes the known view models and files of %s", async (theme) => {
    for (const { path, view, text, template } of await printTypescript(sources[theme] ?? "")) {
      if (template === "validators") continue;
      const json = `${JSON.stringify(view, null, 2)}\n`;
      await expect(json).toMatchFileSnapshot(`${GOLDEN}${theme}/${template}.view.json`);
      // The runtime of readers is the same in every theme.
      if (template !== "readers" || theme === "methods-events") {
        await expect(text).toMatchFileSnapshot(`${GOLDEN}${theme}/${path}`);
      }
    }
  });

  it.each(["standalone", "ajv"])("makes the known validators with the engine %s", async (engine) => {
    const units = await printTypescript(sources["methods-events"] ?? "", { engine });
    const text = units.find(({ path }) => path === "validators.ts")?.text ?? "";
    await expect(text).toMatchFileSnapshot(`${GOLDEN}methods-events/${engine}.validators.ts`);
  });
});
