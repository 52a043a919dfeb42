import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { filesBelow } from "../../test/support/source-text.js";
import { precompileTemplates } from "./precompile-templates.js";
import { templateKey, templateText } from "./template-options.js";
import { templatesFolder } from "./templates-folder.js";

it("compiles every template of the package ahead, each under the key of its text", async () => {
  const code = precompileTemplates(templatesFolder());
  const module: unknown = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  const files = filesBelow(templatesFolder()).filter((file) => file.endsWith(".hbs"));
  const keys = files.map((file) => templateKey(templateText(readFileSync(join(file), "utf8"))));
  expect(files.length).toBeGreaterThan(20);
  expect(module).toHaveProperty("precompiledTemplates", expect.any(Map));
  for (const key of keys) expect(code).toContain(`["${key}", {`);
});
