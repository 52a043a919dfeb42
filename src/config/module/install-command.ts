import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

const LOCKS = {
  "pnpm-lock.yaml": "pnpm add",
  "yarn.lock": "yarn add",
  "bun.lock": "bun add",
  "bun.lockb": "bun add",
  "package-lock.json": "npm install",
};

/** The command that installs a package, with what the project's lock file is of. For example `pnpm add typebox`. */
export function installCommand(folder: string, name: string): string {
  const found = Object.entries(LOCKS).find(([lock]) => existsSync(join(folder, lock)));
  if (found !== undefined) return `${found[1]} ${name}`;
  const parent = dirname(folder);
  return parent === folder ? `npm install ${name}` : installCommand(parent, name);
}

/** The package that an import names; undefined where it names none. For example `@acme/schemas/wire` → `@acme/schemas`. */
export function packageOf(specifier: string): string | undefined {
  return /^(?:@[a-z\d][\w.-]*\/)?[a-z\d][\w.-]*(?=\/|$)/iu.exec(specifier)?.[0];
}

/** Whether a package is there for what lies in a folder, whatever it holds. */
export function isInstalled(folder: string, name: string): boolean {
  const parent = dirname(folder);
  return existsSync(join(folder, "node_modules", name)) || (parent !== folder && isInstalled(parent, name));
}
