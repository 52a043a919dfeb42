/** What `types.hbs` prints: every declaration in order, named, escaped and laid out. */
export interface TypesView {
  readonly declarations: readonly DeclarationView[];
}

/** An interface, or an alias where `alias` is set. */
export interface DeclarationView {
  /** The lines of its doc comment; empty where there is nothing to say. */
  readonly comment: readonly string[];
  /** The whole statement. For example `export type Mode = "now" | "later";`. */
  readonly alias: string | undefined;
  /** For example `export interface CronJob {`; closed on the same line where there are no members. */
  readonly opening: string | undefined;
  readonly members: readonly MemberView[];
}

/** A property. For example `agentId?: string | null;`. */
export interface MemberView {
  readonly comment: readonly string[];
  readonly text: string;
}
