import type { Static } from "@sinclair/typebox";
import type { outputSettings, protocolSettings } from "../config/config-schema.js";
import type { LintConfig } from "../rules/lint/lint-config.js";
import type { PolicyConfig } from "../rules/policy/policy-config.js";
import type { Immutable } from "../support/immutable.js";
import type { KnownTarget } from "../targets/index.js";

/** What a `typewire.config.ts` exports by default. */
export interface UserConfig {
  /** Every protocol of the project by a name of its own. */
  readonly protocols: Readonly<Record<string, UserProtocol>>;
  /** Which lint rules run, how they count, and what they leave alone. */
  readonly lint?: Immutable<LintConfig>;
  /** What counts as a breaking change. */
  readonly policy?: Immutable<PolicyConfig>;
}

/** One protocol as a user describes it. Only `source` and `targets` are needed. */
export interface UserProtocol extends Immutable<Static<typeof protocolSettings>> {
  /** What to generate. `true` takes every default. For example `{ swift: { output: "Sources/Protocol" } }`. */
  readonly targets: UserTargets;
}

/** The outputs of a protocol by target. For example `{ swift: { access: "internal" }, typescript: true }`. */
export type UserTargets = {
  readonly [Target in KnownTarget as Target["name"]]?: true | UserTarget<Target>;
};

/** A target's own options, and what becomes of its output. Each of them can be left out. */
export type UserTarget<Target extends KnownTarget = KnownTarget> = Immutable<Partial<Static<Target["options"]>>> &
  Immutable<Static<typeof outputSettings>>;

/**
 * Gives a config its types in an editor; it changes nothing.
 * For example `export default defineConfig({ protocols: { gateway: { source: "schema.ts", targets: { swift: true } } } })`.
 */
export function defineConfig(config: UserConfig): UserConfig {
  return config;
}
