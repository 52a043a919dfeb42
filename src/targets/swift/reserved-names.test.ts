import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { TEMPLATE_TYPES } from "./reserved-names.js";

const TEMPLATES = fileURLToPath(new URL("../../../templates/swift/", import.meta.url));

/** Generic parameters, associated and nested types: inside of what declares them, they hide the types of a protocol. */
const LOCAL = new Set(
  "Answer Asked Element Entry Key Other Output Params Problem RawValue Self T Value Wrapped".split(" "),
);

const isTemplate = (file: string): boolean => /\.(hbs|swift)$/.test(file);

function typesIn(file: string): readonly string[] {
  const code = readFileSync(`${TEMPLATES}${file}`, "utf8")
    .replace(/\{\{>.*?\}\}/g, "")
    .replace(/\/\/.*/g, "")
    .replace(/"(\\.|[^"\\])*"/g, '""');
  return code.match(/(?<![\w.])[A-Z]\w*/g) ?? [];
}

it("reserves every type that the templates name, and no other", () => {
  const named = readdirSync(TEMPLATES, { recursive: true, encoding: "utf8" }).filter(isTemplate).flatMap(typesIn);
  const types = [...new Set(named)].filter((name) => !LOCAL.has(name));
  expect(types.length).toBeGreaterThan(60);
  expect([...TEMPLATE_TYPES].toSorted()).toEqual(types.toSorted());
});
