import type { HookManager } from "./hook-manager.js";
import type { PackageManagerName } from "./package-manager.js";

/** What a person or the command line has decided. */
export interface InitChoices {
  /** The registry, relative to the folder with `/`, or a package. For example `src/schema.ts`. */
  readonly source: string;
  /** Names of targets. */
  readonly targets: readonly string[];
  readonly hook: HookManager;
  readonly packageManager: PackageManagerName;
}
