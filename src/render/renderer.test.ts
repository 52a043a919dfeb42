import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createRenderer } from "./renderer.js";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "typewire-render-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function render(files: Readonly<Record<string, string>>, view: object): string {
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, "toy", name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return createRenderer(folder).render("toy", { path: "", template: "file", view, format: "none" });
}

describe("createRenderer", () => {
  it("prints text as it is, without escaping", () => {
    expect(render({ "file.hbs": "{{text}}\n" }, { text: `<&"'\`=>` })).toBe(`<&"'\`=>\n`);
  });

  it("does not print text of a view as a template", () => {
    expect(render({ "file.hbs": "{{text}}" }, { text: "{{secret}}", secret: "x" })).toBe("{{secret}}");
  });

  it("keeps blanks inside a text, between separators that are no line feed too", () => {
    const text = "a\n  b  \u2028  \u2029\t\r \r c";
    expect(render({ "file.hbs": "{{text}}" }, { text })).toBe(text);
  });

  it("resolves partials of the target, and indents them without blanks on empty lines", () => {
    const files = {
      "file.hbs": "{\n{{#each items}}\n  {{> item}}\n{{/each}}\n}\n",
      "partials/item.hbs": "{{name}}\n\n{{#if last}}\n.\n{{else}}\n,\n{{/if}}\n",
    };
    const items = [
      { name: "a", last: false },
      { name: "b", last: true },
    ];
    expect(render(files, { items })).toBe("{\n  a\n\n  ,\n  b\n\n  .\n}\n");
  });

  it("prints a partial in the language itself as it stands, from any folder of partials", () => {
    const files = { "file.hbs": "a\n{{> Part}}\nb\n", "partials/runtime/Part.swift": 'let a = "{{b}}"\r\n' };
    expect(render(files, { b: 1 })).toBe('a\nlet a = "{{b}}"\nb\n');
  });

  it("knows each, if, unless, with and their data", () => {
    const files = {
      "file.hbs": "{{#each a}}{{@index}}{{this}}{{#unless @last}}, {{/unless}}{{/each}}{{#with b}}{{c}}{{/with}}",
    };
    expect(render(files, { a: ["x", "y"], b: { c: "z" } })).toBe("0x, 1yz");
  });

  it.each([
    ["a missing field", "{{missing}}"],
    ["an unknown helper", "{{upper name}}"],
    ["lookup", "{{lookup this name}}"],
    ["log", "{{log name}}"],
    ["a section that hides a decision", "{{#name}}x{{/name}}"],
    ["an unknown partial", "{{> nothing}}"],
  ])("refuses %s", (_, template) => {
    expect(() => render({ "file.hbs": template }, { name: "n" })).toThrow();
  });

  it("reads templates the same with either line ending", () => {
    expect(render({ "file.hbs": "{{#if a}}\r\nx\r\n{{/if}}\r\n" }, { a: true })).toBe("x\n");
  });

  it("keeps environments apart", () => {
    render({ "partials/p.hbs": "p", "file.hbs": "{{> p}}" }, {});
    const other = createRenderer(folder);
    mkdirSync(join(folder, "other"));
    writeFileSync(join(folder, "other", "file.hbs"), "{{> p}}");
    other.render("toy", { path: "", template: "file", view: {}, format: "none" });
    expect(() => other.render("other", { path: "", template: "file", view: {}, format: "none" })).toThrow(/p/);
  });
});
