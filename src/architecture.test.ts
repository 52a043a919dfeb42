import { readdirSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { circlesOf, importedPath, importsOf, pathIn } from "../test/support/import-graph.js";
import { filesBelow, importedSpecifiers, read, withoutComments } from "../test/support/source-text.js";
import { targets } from "./targets/index.js";

const source = import.meta.dirname;
const repository = dirname(source);
const files = filesBelow(source).filter((file) => file.endsWith(".ts"));
const modules = files.filter((file) => !file.endsWith(".test.ts"));

/**
 * The layers from left to right: a folder imports from those to its left, and folders of one layer never from each
 * other. A target, a rule and a workflow are folders of their own. What is loose in `src/` only re-exports.
 */
const LAYERS: readonly (readonly string[])[] = [
  ["support"],
  ["layout"],
  ["json-schema"],
  ["schema-path"],
  ["diagnostics"],
  ["config"],
  ["registry"],
  ["ir"],
  ["instances"],
  ["targets", "rules"],
  ["render"],
  ["output"],
  ["cache"],
  ["revisions"],
  ["pipeline"],
  ["workflows"],
  ["api", "cli"],
  ["index"],
];

/** Circles that still stand, each to be opened; nothing is ever added. */
const KNOWN_CIRCLES: readonly (readonly string[])[] = [
  ["ir/type-expr.ts", "ir/types.ts"],
  ["targets/swift/union-view.ts", "targets/swift/view-model.ts"],
];

const imports = importsOf(source, modules);

describe("the architecture", () => {
  it("has a layer for every folder", () => {
    const folders = readdirSync(source, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map(({ name }) => name).filter((name) => layerOf(`${name}/x.ts`) === undefined)).toEqual([]);
  });

  it("imports from left to right only, and never from a sibling", () => {
    const wrong = imports.filter(({ from, to }) => {
      const [left, right] = [layerOf(to), layerOf(from)];
      if (left === undefined || right === undefined) return true;
      return left.layer > right.layer || (left.layer === right.layer && left.name !== right.name);
    });
    expect(wrong).toEqual([]);
  });

  it("has no circle of imports, types and lazy ones included", () => {
    const known = KNOWN_CIRCLES.map((circle) => circle.join(" "));
    expect(circlesOf(imports).filter((circle) => !known.includes(circle.join(" ")))).toEqual([]);
  });

  it("would see a circle of any length, and one module that only leads to it", () => {
    const edges = ["ab", "bc", "ca", "da", "ef", "fe"].map((edge) => ({ from: edge.charAt(0), to: edge.charAt(1) }));
    expect(circlesOf(edges)).toEqual([
      ["a", "b", "c"],
      ["e", "f"],
    ]);
  });

  it("has no import between two workflows", () => {
    const wrong = imports.filter(({ from, to }) => {
      const workflow = workflowOf(to);
      return workflow !== undefined && from.startsWith("workflows/") && workflowOf(from) !== workflow;
    });
    expect(wrong).toEqual([]);
  });

  it("has at most three files beside its folders", () => {
    const loose = readdirSync(source, { withFileTypes: true }).filter((entry) => entry.isFile());
    expect(loose.map(({ name }) => name).length).toBeLessThanOrEqual(3);
  });

  it("has no import between two targets, and none of a target but in the one list", () => {
    const wrong = imports.filter(({ from, to }) => {
      const target = targetOf(to);
      return target !== undefined && target !== targetOf(from) && from !== "targets/index.ts";
    });
    expect(wrong).toEqual([]);
  });

  it("names a target nowhere but in its own folder and the one list", () => {
    const names = targets.map(({ name }) => name);
    const literals = names.map((name) => new RegExp(`["'\`]${name}["'\`]`));
    const wrong = modules.map(pathOf).filter((path) => {
      if (path.startsWith("targets/") && !path.startsWith("targets/shared/")) return false;
      const text = withoutComments(read(join(source, path)));
      // Prettier calls its parsers by names of languages.
      return !path.startsWith("render/") && literals.some((literal) => literal.test(text));
    });
    expect(wrong).toEqual([]);
  });

  it("has templates for every target, and no target for none", () => {
    const folders = readdirSync(join(repository, "templates"));
    expect(folders.toSorted()).toEqual(targets.map(({ name }) => name).toSorted());
    for (const folder of folders) expect(readdirSync(join(repository, "templates", folder)).length).toBeGreaterThan(0);
  });

  it("makes no decision in a template: blocks of the language and partials only", () => {
    const wrong = filesBelow(join(repository, "templates")).flatMap((file) => {
      const tags = read(file).match(/\{\{[^}]*\}?\}\}/g) ?? [];
      const allowed =
        /^\{\{~?(#(each|if|unless|with) [\w@./]+|\/(each|if|unless|with)|else|> [\w-]+( [\w@./]+)?|[\w@./]+|!.*)~?\}\}$/s;
      return tags.filter((tag) => !allowed.test(tag)).map((tag) => `${relative(repository, file)}: ${tag}`);
    });
    expect(wrong).toEqual([]);
  });

  it("begins a generated file of a folder with the mark by which it is known", () => {
    const unmarked = targets.flatMap(({ name }) => {
      const folder = join(repository, "templates", name);
      const templates = readdirSync(folder).filter((file) => file.endsWith(".hbs"));
      return templates.filter((file) => !/generated by typewire/i.test(read(join(folder, file)).slice(0, 500)));
    });
    // JSON has no comments; its target writes one file, which the config names.
    expect(unmarked).toEqual(["schema.hbs"]);
  });

  it("is loaded by the command line only as far as a command needs it", () => {
    const light = /^(cli\/[^/]+\.ts|cli\/commands\/[^/]+\.ts)$/;
    const entry = reachableFrom("cli/main.ts");
    expect([...entry].filter((path) => !light.test(path) && !path.startsWith("support/"))).toEqual([]);
    const api = /^(index|api\/[^/]+|config\/define-config|diagnostics\/collector)\.ts$/;
    expect([...reachableFrom("index.ts")].filter((path) => !api.test(path))).toEqual([]);
  });

  it("keeps files to a size that can be read", () => {
    const long = modules.filter((file) => read(file).split("\n").length > 300).map(pathOf);
    expect(long).toEqual([]);
  });
});

describe("every diagnostic code", async () => {
  const families = await Promise.all(modules.filter((file) => file.endsWith("diagnostics.ts")).map(codesOf));

  // That tests produce each of them is seen at the end of a whole run: it keeps what was found in it.
  it("is one finding's alone", () => {
    const codes = families.flat();
    expect(codes.length).toBeGreaterThan(100);
    expect(new Set(codes).size).toBe(codes.length);
  });
});

describe("the generator", () => {
  it("knows no name of any schema that it generates", async () => {
    const names = await schemaNames();
    expect(names.length).toBeGreaterThan(800);
    const texts = [
      ...modules.map((file) => ({ path: pathOf(file), text: withoutComments(read(file)) })),
      ...filesBelow(join(repository, "templates")).map((file) => ({
        path: relative(repository, file),
        text: read(file),
      })),
    ];
    const known = new Set(names);
    const wrong = texts.flatMap(({ path, text }) =>
      (text.match(/[A-Za-z_$][\w$]*/g) ?? []).filter((word) => known.has(word)).map((word) => `${path}: ${word}`),
    );
    expect([...new Set(wrong)]).toEqual([]);
  });
});

/** Relative to `src/`, with `/`. */
function pathOf(file: string): string {
  return pathIn(source, file);
}

/** The target that a module belongs to; what every language needs belongs to none. */
function targetOf(path: string): string | undefined {
  const folder = /^targets\/([^/]+)\//.exec(path)?.[1];
  return folder === "shared" ? undefined : folder;
}

function workflowOf(path: string): string | undefined {
  return /^workflows\/([^/]+)\//.exec(path)?.[1];
}

function layerOf(path: string): { readonly layer: number; readonly name: string } | undefined {
  const name = path.includes("/") ? path.slice(0, path.indexOf("/")) : "index";
  const layer = LAYERS.findIndex((names) => names.includes(name));
  return layer === -1 ? undefined : { layer, name };
}

/** Modules that are loaded together with one, itself included. */
function reachableFrom(path: string, seen: Set<string> = new Set()): ReadonlySet<string> {
  if (seen.has(path)) return seen;
  seen.add(path);
  const file = join(source, path);
  for (const specifier of importedSpecifiers(read(file)).loaded) {
    if (specifier.startsWith(".")) reachableFrom(importedPath(source, file, specifier), seen);
  }
  return seen;
}

async function codesOf(file: string): Promise<readonly string[]> {
  const exported: Readonly<Record<string, unknown>> = await import(file);
  return Object.values(exported).flatMap((value) =>
    typeof value === "object" && value !== null && "codes" in value && Array.isArray(value.codes) ? value.codes : [],
  );
}

async function schemaNames(): Promise<readonly string[]> {
  const { ProtocolSchemas: real } = await import("@openclaw/gateway-protocol/schema");
  const { ProtocolSchemas: clawdis } = await import("../fixtures/clawdis/schema.js");
  const { ProtocolSchemas: gateway } = await import("../fixtures/gateway/schema.js");
  return [...new Set([real, clawdis, gateway].flatMap((registry) => Object.keys(registry)))];
}
