import { build } from "esbuild";

/** Where `import(specifier)` in a folder leads, absolute; undefined where it leads nowhere. For example `typebox`. */
export async function resolveImport(folder: string, specifier: string): Promise<string | undefined> {
  let found: string | undefined;
  await build({
    stdin: { contents: "", resolveDir: folder },
    write: false,
    bundle: true,
    platform: "node",
    conditions: [],
    logLevel: "silent",
    plugins: [
      {
        name: "typewire-resolve-import",
        setup(asked) {
          asked.onStart(async () => {
            const result = await asked.resolve(specifier, { kind: "import-statement", resolveDir: folder });
            if (result.errors.length === 0 && !result.external) found = result.path;
          });
        },
      },
    ],
  });
  return found;
}
