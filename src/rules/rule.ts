import type { JsonValue } from "../support/json.js";
import type { BreakingRuleId } from "./breaking-rule-ids.js";
import type { Difference } from "./compare/difference.js";

/**
 * What a change breaks. `wire`: a peer of the other version refuses or misreads what is sent. `source`: code that uses
 * the generated models stops compiling. `metadata`: scopes, versions, deprecations, documentation.
 */
export type Category = "wire" | "source" | "metadata";

/**
 * `undecided`: whether something is refused could not be found out, which counts as a break. `risky`: readers that are
 * said to be tolerant take it, such as a new enum value.
 */
export type ChangeSeverity = "breaking" | "undecided" | "risky" | "safe";

/** How the readers of a protocol take what a newer peer adds: `tolerant` ones keep or ignore it, `strict` ones refuse it. */
export type ReaderPolicy = Readonly<Record<"server" | "client", "strict" | "tolerant">>;

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
  /** Present where a peer may refuse what another sends: whether it does is found out, and decides. */
  readonly wire: WireImpact | undefined;
}

/** What it means to a reader of the previous version; one of the new version that refuses older peers always breaks. */
export interface WireImpact {
  /** `risky`: it is something new, that a tolerant reader takes. `breaking`: it is of another type, and no reader does. */
  readonly toOlderReader: "breaking" | "risky";
  /** `risky`: only a peer that sends what its own version does not declare is refused. */
  readonly toNewerReader?: "risky";
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
  /**
   * A short text that is equal for exactly the same change: of the rule, the place, and all that stands there in both
   * versions. For example `5c1f0e9a2b7d4c63`.
   */
  readonly fingerprint: string;
  /** Who reads what has changed; undefined for what is not sent. */
  readonly reader: Reader | undefined;
  /** Empty for a break of the wire only where an example would be too long to be written. */
  readonly witnesses: readonly Witness[];
}
