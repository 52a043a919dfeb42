import type { JsonValue } from "../support/json.js";
import type { BreakingRuleId } from "./breaking-rule-ids.js";
import type { Difference } from "./compare/difference.js";

/**
 * What a change breaks. `wire`: a peer of the other version refuses or misreads what is sent. `source`: code that uses
 * the generated models stops compiling. `metadata`: scopes, versions, deprecations, documentation.
 */
export type Category = "wire" | "source" | "metadata";

/** `risky`: it breaks under conditions that a protocol cannot know, such as a new enum value that an older reader meets. */
export type ChangeSeverity = "breaking" | "risky" | "safe";

/** Who reads what has changed. Params are read by the server, results and events by clients, frames by both. */
export type Reader = "server" | "client" | "both";

/**
 * One promise of a protocol to its peers: what stays as it is. A rule knows one kind of difference and says what it
 * means; whether a peer really refuses something is found out for it, with an example.
 */
export interface BreakingRule {
  readonly id: BreakingRuleId;
  /** One sentence. For example `Checks that no property is removed.` */
  readonly purpose: string;
  /** The gravest that it finds. */
  readonly category: Category;
  /** What a difference means; undefined where it is no business of this rule. */
  check(difference: Difference): Finding | undefined;
}

/** What a rule says of a difference. */
export interface Finding {
  /** Where. For example `CronJob.schedule.anyOf[0].atMs`, `chat.send`, `PROTOCOL_VERSION`. */
  readonly path: string;
  /** One sentence without a full stop at its end. */
  readonly message: string;
  /** What to do about it, as a sentence. */
  readonly help: string;
  /** What it was and what it is, in short; undefined where there is nothing. For example `"integer"`. */
  readonly previous: string | undefined;
  readonly current: string | undefined;
  /** What it means apart from what peers send each other. */
  readonly category: Category;
  readonly severity: ChangeSeverity;
  /** Present where a peer may refuse what another sends: then an example is looked for, and decides. */
  readonly wire: WireImpact | undefined;
}

/** How grave an example would be. A reader of the new version that refuses what older peers send is always breaking. */
export interface WireImpact {
  /** When a reader of the previous version refuses what a peer of the current one may send. */
  readonly toOlderReader: "breaking" | "risky";
  /** When a bounded search has found no example, although the difference looks as if there were one. */
  readonly unproven: "risky" | "safe";
}

/** An example of something that one side produces and the other refuses. */
export interface Witness {
  readonly reader: Exclude<Reader, "both">;
  /** The version of the reader; the writer is of the other one. */
  readonly readerVersion: "previous" | "current";
  /** What it is an example of. For example `chat.send params`. */
  readonly subject: string;
  /** The definition of it in the writer's version; undefined for a whole request or event. */
  readonly definition: string | undefined;
  readonly instance: JsonValue;
  /** Why it is refused. For example `/timeZone must NOT have additional properties`. */
  readonly reason: string;
}

/** One change of a protocol, judged. */
export interface Change {
  /** The rule's id. */
  readonly rule: string;
  readonly category: Category;
  readonly severity: ChangeSeverity;
  readonly path: string;
  readonly message: string;
  readonly help: string;
  readonly previous: string | undefined;
  readonly current: string | undefined;
  /** Who reads what has changed; undefined for what is not sent. */
  readonly reader: Reader | undefined;
  /** Never empty for a breaking change of the wire. */
  readonly witnesses: readonly Witness[];
}
