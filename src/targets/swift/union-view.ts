import type { DeclarationView, Heading, ListView } from "./view-model.js";

/** One of several types. */
export interface UnionView extends Heading {
  readonly indirect: boolean;
  readonly cases: readonly UnionCaseView[];
  /** Undefined where the variants have no tag. */
  readonly tag: TagView | undefined;
  /** Attempts in order, without a tag. */
  readonly attempts: readonly AttemptView[];
  /** The variants that are told apart by their keys, as `Type.self`, where an attempt asks for them. */
  readonly rivals: ListView | undefined;
  readonly open: boolean;
  readonly nested: readonly DeclarationView[];
}

/** One case of a union; a constant has no `type`. */
export interface UnionCaseView {
  readonly lead: readonly string[];
  readonly name: string;
  readonly type: string | undefined;
  /** The constant, written as JSON. */
  readonly constant: string | undefined;
  /** The tags as literals. */
  readonly tags: ListView;
  /** Whether what is written stands on a line of its own. */
  readonly tall: boolean;
}

/** For example `{ key: "\"type\"", label: "type", type: "String", read: "tag" }`. */
export interface TagView {
  readonly key: string;
  readonly label: string;
  readonly type: string;
  readonly read: string;
}

/** One way to read an untagged union: a constant, or a type. */
export interface AttemptView {
  /** `if` or `} else if`. */
  readonly start: string;
  readonly name: string;
  readonly read: string;
  readonly type: string | undefined;
  readonly constant: string | undefined;
  /** Whether the keys that only other variants have speak against it. */
  readonly guarded: boolean;
}
