import type { SourceLocation } from "../../diagnostics/diagnostic.js";
import type { Protocol } from "../../ir/types.js";
import type { Registry } from "../../registry/registry.js";
import type { RegistrySource } from "./source/registry-source.js";
import type { TextEdit } from "./fix/text-edit.js";
import type { LintLevel, LintOptions } from "./lint-config.js";
import type { LintRuleId } from "./lint-rule-ids.js";

/** What every rule says of itself. Its findings have the code `lint/<id>`. */
export interface LintRuleDescription {
  /** A promise to users: configs name it. For example `closed-objects`. */
  readonly id: LintRuleId;
  /** One sentence. For example `Checks that every object refuses keys that it does not declare.` */
  readonly purpose: string;
  /** A convention of the protocol's authors, or a fault of the TypeBox code. */
  readonly category: "convention" | "typebox";
  /** How the rule counts where the config does not say. */
  readonly default: LintLevel;
}

/** A rule about the protocol. It needs schemas that can be lowered. */
export interface ProtocolRule extends LintRuleDescription {
  readonly reads: "protocol";
  readonly check: (context: ProtocolRuleContext) => readonly LintFinding[];
}

/** A rule about the registry's TypeScript. Registries without any, such as JSON files, are not looked at. */
export interface SourceRule extends LintRuleDescription {
  readonly reads: "source";
  readonly check: (context: SourceRuleContext) => readonly LintFinding[];
}

/** One rule: a file of its own under `src/rules/lint/` and a word in `index.ts`. */
export type LintRule = ProtocolRule | SourceRule;

/** What a rule about the protocol is given. */
export interface ProtocolRuleContext {
  readonly protocol: Protocol;
  /** The schemas as their author's code made them. */
  readonly registry: Registry;
  /** The registry's TypeScript, for fixes; undefined where there is none. */
  readonly source: RegistrySource | undefined;
  readonly options: LintOptions;
}

/** What a rule about the source is given. */
export interface SourceRuleContext {
  readonly registry: Registry;
  readonly source: RegistrySource;
}

/** One finding of a rule. The place in the file is found from `path` where `location` is not given. */
export interface LintFinding {
  /** One sentence without a full stop at its end. */
  readonly message: string;
  /** What the author can do about it, as a sentence. */
  readonly help: string;
  /** Where in the schemas: ignore entries name it. For example `CronJob.schedule`. */
  readonly path: string;
  readonly location?: SourceLocation;
  /** Changes that mend it without a decision to take; absent where there is one. */
  readonly edits?: readonly TextEdit[];
}
