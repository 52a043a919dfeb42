// Bundles the command line and the public API into dist/. With --types also writes their declarations to dist/types.
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { build } from "esbuild";

const root = dirname(import.meta.dirname);
const dist = join(root, "dist");
// Carried along: to resolve and read their many files costs more at start-up than everything that they do.
const BUNDLED = [
  "@sinclair/typebox",
  "ci-info",
  "commander",
  "diff",
  "fastest-levenshtein",
  "handlebars",
  "jsonc-parser",
  "picocolors",
  "picomatch",
];
const manifest = createRequire(import.meta.url)("../package.json");

// The main entry of Handlebars adds what reads templates through `require`, and a source map library.
// That of jsonc-parser is made for loaders of another time, which a bundler cannot follow.
const alias = {
  handlebars: "handlebars/dist/cjs/handlebars.js",
  "jsonc-parser": "jsonc-parser/lib/esm/main.js",
};

/** Compiles the templates with the sources' own code, as they would be compiled at run time. */
async function precompiledTemplates() {
  const entryPoints = ["src/render/precompile-templates.ts"];
  const options = { absWorkingDir: root, bundle: true, write: false, format: "esm", platform: "node" };
  const { outputFiles: code } = await build({ ...options, entryPoints, alias });
  const url = `data:text/javascript;base64,${Buffer.from(code[0].contents).toString("base64")}`;
  const { precompileTemplates } = await import(url);
  return precompileTemplates(join(root, "templates"));
}

const contents = await precompiledTemplates();
const templates = {
  name: "precompiled-templates",
  setup: (asked) =>
    asked.onLoad({ filter: /[\\/]render[\\/]precompiled-templates\.ts$/ }, () => ({ contents, loader: "js" })),
};

// Commander starts programs for commands that are files of their own; there are none here, and what starts them takes a
// tenth of the time of `--help` to load.
const noChildProcess = {
  name: "no-child-process",
  setup(asked) {
    asked.onResolve({ filter: /^(node:)?child_process$/ }, ({ path, importer }) =>
      /[\\/]commander[\\/]/.test(importer) ? { path, namespace: "empty" } : undefined,
    );
    asked.onLoad({ filter: /.*/, namespace: "empty" }, () => ({ contents: "module.exports = {};", loader: "js" }));
  },
};

const { outputFiles } = await build({
  absWorkingDir: root,
  entryPoints: {
    index: "src/index.ts",
    cli: "src/cli/main.ts",
    watchdog: "src/config/module/watchdog-thread.ts",
  },
  outdir: dist,
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  chunkNames: "chunks/[name]-[hash]",
  alias,
  plugins: [templates, noChildProcess],
  external: Object.keys(manifest.dependencies).filter((name) => !BUNDLED.includes(name)),
  // Bundled CommonJS packages ask for Node's own modules through `require`.
  banner: {
    js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);',
  },
  // Less to read at every start; names stay, for the traces of errors.
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: "none",
  logLevel: "warning",
  write: false,
});

// Chunks are named by their content, so that the entries, renamed last, never lead to a chunk of another build.
const isChunk = (file) => dirname(file.path) !== dist;
for (const file of outputFiles.toSorted((left, right) => Number(isChunk(right)) - Number(isChunk(left)))) {
  mkdirSync(dirname(file.path), { recursive: true });
  writeFileSync(`${file.path}.${process.pid}.tmp`, file.contents);
  renameSync(`${file.path}.${process.pid}.tmp`, file.path);
}
const written = new Set(outputFiles.map((file) => file.path));
for (const name of readdirSync(join(dist, "chunks"))) {
  const path = join(dist, "chunks", name);
  if (!written.has(path)) rmSync(path, { force: true });
}
rmSync(join(dist, "types"), { recursive: true, force: true });

if (process.argv.includes("--types")) {
  const options = ["--noEmit", "false", "--emitDeclarationOnly", "--outDir", "dist/types", "--rootDir", "src"];
  const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
  const { status } = spawnSync(process.execPath, [tsc, "--project", "tsconfig.build.json", ...options], {
    cwd: root,
    stdio: "inherit",
  });
  process.exitCode = status ?? 1;
}
