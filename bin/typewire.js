#!/usr/bin/env node
import { existsSync } from "node:fs";
import module from "node:module";

// Newer versions of Node keep compiled code between runs.
module.enableCompileCache?.();

const program = new URL("../dist/cli.js", import.meta.url);
if (existsSync(program)) {
  const { run } = await import(program.href);
  process.exitCode = await run(process.argv.slice(2));
} else {
  process.stderr.write("typewire is not built. Build it: `node scripts/build.js` in its folder.\n");
  process.exitCode = 2;
}
