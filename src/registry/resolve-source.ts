import { stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

/** What a protocol's `source` names: a file, a folder (which is refused), or nothing. */
export type ResolvedSource =
  | { readonly kind: "file"; readonly file: string; readonly isPackage: boolean }
  | { readonly kind: "folder" }
  | { readonly kind: "missing" };

const BARE = /^(?:@[^/\\]+\/)?[^./\\@][^\\]*$/u;

/**
 * Finds a protocol's source: a file relative to the root, else a package as Node resolves it from the root.
 * For example `fixtures/clawdis/schema.ts`, `@openclaw/gateway-protocol/schema`.
 */
export async function resolveSource(root: string, source: string): Promise<ResolvedSource> {
  const file = resolve(root, source);
  const found = await stat(file).catch(() => undefined);
  if (found?.isFile() === true) return { kind: "file", file, isPackage: false };
  const inPackage = BARE.test(source) ? await resolvePackage(root, source) : undefined;
  if (inPackage !== undefined) return { kind: "file", file: inPackage, isPackage: true };
  return { kind: found?.isDirectory() === true ? "folder" : "missing" };
}

/** `require.resolve` costs nothing and knows most packages; one that is only for `import` needs the bundler's resolver. */
async function resolvePackage(root: string, specifier: string): Promise<string | undefined> {
  try {
    return createRequire(join(root, "index.js")).resolve(specifier);
  } catch (error) {
    const hidden = error instanceof Error && "code" in error && error.code === "ERR_PACKAGE_PATH_NOT_EXPORTED";
    if (!hidden) return undefined;
    const { resolveImport } = await import("../config/module/resolve-import.js");
    return resolveImport(root, specifier);
  }
}
