// Bundles the command line and the public API into dist/. With --types also writes their declarations to dist/types.
import { spawnSync } from "node:child_process";
import { renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { build } from "esbuild";

const root = dirname(import.meta.dirname);
// Small enough that resolving and reading them costs more at start-up than carrying them along.
const BUNDLED = ["commander", "picocolors", "fastest-levenshtein"];
const manifest = createRequire(import.meta.url)("../package.json");

// Built beside its place and moved there: a command that runs meanwhile finds all of the old build or all of the new one.
const fresh = join(root, `node_modules/.typewire-build-${process.pid}`);
await build({
  absWorkingDir: root,
  entryPoints: { index: "src/index.ts", cli: "src/cli/main.ts" },
  outdir: fresh,
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  chunkNames: "chunks/[name]-[hash]",
  external: Object.keys(manifest.dependencies).filter((name) => !BUNDLED.includes(name)),
  // Bundled CommonJS packages ask for Node's own modules through `require`.
  banner: { js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);' },
  legalComments: "none",
  logLevel: "warning",
});
rmSync(join(root, "dist"), { recursive: true, force: true });
renameSync(fresh, join(root, "dist"));

if (process.argv.includes("--types")) {
  const options = ["--noEmit", "false", "--emitDeclarationOnly", "--outDir", "dist/types", "--rootDir", "src"];
  const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
  const { status } = spawnSync(process.execPath, [tsc, "--project", "tsconfig.build.json", ...options], {
    cwd: root,
    stdio: "inherit",
  });
  process.exitCode = status ?? 1;
}
