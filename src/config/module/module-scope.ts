import { dirname } from "node:path";
import { pathToFileURL } from "node:url";

/** What esbuild needs to know to give a bundle the scope that its entry would have had in Node. */
export interface ModuleScope {
  readonly define: Readonly<Record<string, string>>;
  readonly banner: Readonly<Record<string, string>>;
}

/**
 * A bundle is imported from a `data:` URL, which has no folder and no `require`. This says in their place where the
 * entry lies, so that `import.meta.url`, `__dirname` and `require` work as before.
 */
export function moduleScope(entry: string): ModuleScope {
  const url = JSON.stringify(pathToFileURL(entry).href);
  const define = {
    "import.meta.url": url,
    "import.meta.filename": JSON.stringify(entry),
    "import.meta.dirname": JSON.stringify(dirname(entry)),
    __filename: JSON.stringify(entry),
    __dirname: JSON.stringify(dirname(entry)),
  };
  const banner = `import { createRequire as createRequireOfEntry } from "node:module"; const require = createRequireOfEntry(${url});`;
  return { define, banner: { js: banner } };
}
