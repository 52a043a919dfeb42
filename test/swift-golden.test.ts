import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { loadSample } from "./support/load-sample.js";
import { printModels } from "./support/swift-samples.js";
import { sources, themes } from "./support/typescript-samples.js";

const GOLDEN = fileURLToPath(new URL("__golden__/swift/", import.meta.url));

describe("the Swift target", () => {
  it.each(themes())("makes the known view model and models of %s", async (theme) => {
    const protocol = await loadSample({ source: sources[theme] ?? "" });
    for (const { view, text } of printModels(protocol)) {
      await expect(`${JSON.stringify(view, null, 2)}\n`).toMatchFileSnapshot(`${GOLDEN}${theme}.view.json`);
      await expect(text).toMatchFileSnapshot(`${GOLDEN}${theme}.swift`);
    }
  });
});
