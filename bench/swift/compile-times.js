// How long the compiler works on each rendering, and how large the object is.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PROTOCOLS, RENDERINGS } from "./renderings.js";
import { compile, sizeOf } from "./swift.js";

const FLAGS = ["-Onone", "-wmo", "-parse-as-library", "-module-name", "Models"];

/** Compiles every rendering of every protocol: `[{ protocol, rendering, lines, seconds, bytes, errors }]`. */
export function compileTimes(root, { only, runs }) {
  return PROTOCOLS.filter(({ name }) => only.length === 0 || only.includes(name)).flatMap((protocol) =>
    RENDERINGS.map(({ name, write }) => {
      const folder = join(root, `${protocol.name}-${name}`);
      mkdirSync(folder, { recursive: true });
      const text = write(protocol, folder);
      writeFileSync(join(folder, "Models.swift"), text);
      const lines = text.split("\n").length;
      return {
        protocol: protocol.name,
        rendering: name,
        lines,
        ...measureCompile(folder, protocol.name === "real" ? 1 : runs),
      };
    }),
  );
}

/** Swift 6 mode where it compiles so, else Swift 5 mode, else why it does not. */
function measureCompile(folder, runs) {
  const failures = [];
  for (const mode of ["6", "5"]) {
    const results = [];
    for (let count = 0; count < runs; count += 1) {
      const flags = ["-swift-version", mode, ...FLAGS, "-c", "Models.swift", "-o", "Models.o"];
      const result = compile(folder, flags);
      console.error(`${folder}: Swift ${mode}, ${result.seconds} s${result.ok ? "" : ", does not compile"}`);
      if (!result.ok) {
        failures.push({ mode, count: result.errors.length, first: result.errors[0] ?? "" });
        break;
      }
      results.push(result.seconds);
    }
    if (results.length === runs)
      return { mode, seconds: Math.min(...results), bytes: sizeOf(folder, "Models.o"), failures };
  }
  return { failures };
}
