/** What installs packages and runs their commands. */
export type PackageManagerName = "npm" | "pnpm" | "yarn" | "bun";

/** The command lines of a package manager. */
export interface PackageManager {
  readonly name: PackageManagerName;
  /** Runs a command of an installed package, and never fetches one. For example `pnpm exec`. */
  readonly exec: string;
  /** Installs what the lock file says. */
  readonly ci: string;
  /** Adds development dependencies. */
  readonly add: string;
  /** Steps of a GitHub workflow between the checkout and `ci`; `isPinned` where `package.json` names the version. */
  readonly setup: (isPinned: boolean) => readonly string[];
}

const node = (cache: string): readonly string[] => [
  "- uses: actions/setup-node@v5",
  "  with:",
  "    node-version: 22",
  `    cache: ${cache}`,
];

/** Every package manager, in the order in which it is offered. */
export const packageManagers: Readonly<Record<PackageManagerName, PackageManager>> = {
  npm: { name: "npm", exec: "npx --no", ci: "npm ci", add: "npm install --save-dev", setup: () => node("npm") },
  pnpm: {
    name: "pnpm",
    exec: "pnpm exec",
    ci: "pnpm install --frozen-lockfile",
    add: "pnpm add -D",
    // The action wants the version in exactly one place.
    setup: (isPinned) => [
      "- uses: pnpm/action-setup@v4",
      ...(isPinned ? [] : ["  with:", "    version: latest"]),
      ...node("pnpm"),
    ],
  },
  yarn: {
    name: "yarn",
    exec: "yarn run",
    ci: "yarn install --immutable",
    add: "yarn add -D",
    setup: () => ["- run: corepack enable", ...node("yarn")],
  },
  bun: {
    name: "bun",
    exec: "bunx --no-install",
    ci: "bun install --frozen-lockfile",
    add: "bun add -d",
    setup: () => ["- uses: oven-sh/setup-bun@v2"],
  },
};
