import { buildSync } from "esbuild";
import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import type { Method, Protocol } from "../../src/ir/types.js";
import { loadSample } from "../support/load-sample.js";
import { emptyFolder, typecheck, writeInto } from "../support/typecheck.js";
import { printProtocol, published } from "../support/typescript-samples.js";

let folder = "";
let names: readonly string[] = [];

/** The published registry with a method for each definition that is called a result, since it has none of its own. */
function withMethods(protocol: Protocol): Protocol {
  const registered = new Set(protocol.declarations.filter(({ origin }) => origin === undefined).map(({ id }) => id));
  const results = [...registered].filter((id) => id.endsWith("Result"));
  const rest = { doc: undefined, deprecated: undefined, metadata: {} };
  const methods = results.map((result): Method => {
    const name = result.slice(0, -"Result".length);
    const params = registered.has(`${name}Params`) ? `${name}Params` : undefined;
    return { name: `all.${name}`, params, result, ...rest };
  });
  return { ...protocol, methods };
}

beforeAll(async () => {
  folder = emptyFolder("reader-bundles");
  const units = printProtocol(withMethods(await loadSample({ source: published })));
  for (const { path, text } of units) writeInto(folder, path, text);
  const methods = units.find(({ path }) => path === "methods.ts")?.text ?? "";
  names = [...methods.matchAll(/^export const (\w+):/gm)].map(([, name = ""]) => name);
});

interface Size {
  readonly bytes: number;
  readonly zipped: number;
}

/** The size of a program, bundled, minified and zipped. */
function sizeOf(contents: string): Size {
  const stdin = { contents, resolveDir: folder, loader: "ts" } as const;
  const { outputFiles } = buildSync({ stdin, bundle: true, minify: true, format: "esm", write: false });
  const bytes = Buffer.concat(outputFiles.map((file) => file.contents));
  return { bytes: bytes.length, zipped: gzipSync(bytes).length };
}

function methodsProgram(module: string, call: string, count: number): string {
  const used = names.slice(0, count);
  return `import { ${used.join(", ")}, ${call} } from "./${module}";
    export const read = (payload: unknown) => [${used.map((name) => `${call}(${name}, payload)`).join(", ")}];`;
}

describe("a bundle of the published registry's readers", () => {
  it("holds those of the methods that it calls", () => {
    expect(names.length).toBeGreaterThan(150);
    const sizes = {
      "one small event": sizeOf('export { readTickEvent } from "./readers.js";'),
      "one method": sizeOf(methodsProgram("methods.js", "readResult", 1)),
      "30 methods and frames": sizeOf(
        `${methodsProgram("methods.js", "readResult", 30)}\nexport { readFrame } from "./protocol.js";`,
      ),
      "all results by name": sizeOf('export { readResult } from "./protocol.js";'),
      "all readers": sizeOf('export * from "./readers.js";'),
      "30 methods validated": sizeOf(methodsProgram("strict-methods.js", "validateResponse", 30)),
      "all results validated": sizeOf('export { validateResponse } from "./validators.js";'),
    };
    expect(sizes["one small event"].bytes).toBeLessThan(2500);
    expect(sizes["30 methods and frames"].zipped).toBeLessThan(8000);
    expect(sizes["30 methods and frames"].bytes * 3).toBeLessThan(sizes["all results by name"].bytes);
    expect(sizes["30 methods validated"].bytes * 3).toBeLessThan(sizes["all results validated"].bytes);
    expect(sizeOf('import "./readers.js"; import "./methods.js"; import "./strict-methods.js";').bytes).toBe(0);
    expect(sizeOf('import "./incoming.js"; import "./protocol.js";').bytes).toBe(0);
  });

  it("passes the strictest type check", () => expect(typecheck(folder)).toBe(""));
});
