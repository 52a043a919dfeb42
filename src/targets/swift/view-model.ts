import type { SurfaceView } from "./surface-view.js";
import type { UnionView } from "./union-view.js";

/** One Swift file: everything named, escaped, ordered and laid out. */
export interface FileView {
  /** What the file is, as comment lines. */
  readonly header: readonly string[];
  /** `public `, `package ` or nothing. */
  readonly access: string;
  readonly constants: readonly ConstantView[];
  /** Enums of what the protocol lists beside its schemas. */
  readonly enums: readonly EnumView[];
  readonly declarations: readonly DeclarationView[];
  readonly surface: SurfaceView | undefined;
  /** Second names of types that a nested type hides somewhere. */
  readonly secondNames: readonly SecondNameView[];
  /** Whether the file holds the runtime. */
  readonly runtime: boolean;
}

/** For example `{ name: "GATEWAY_PROTOCOL_VERSION", value: "3" }`. */
export interface ConstantView {
  readonly name: string;
  readonly value: string;
}

/** For example `{ name: "ScheduleDefinition", type: "Schedule" }`. */
export interface SecondNameView {
  readonly name: string;
  readonly type: string;
}

/** One declaration; exactly one of the five is there. */
export interface DeclarationView {
  readonly struct: StructView | undefined;
  readonly enumeration: EnumView | undefined;
  readonly union: UnionView | undefined;
  readonly alias: AliasView | undefined;
  readonly tuple: TupleView | undefined;
}

/** What every declaration starts with. */
export interface Heading {
  /** Doc comment and attributes, line by line. */
  readonly lead: readonly string[];
  readonly name: string;
}

/** An object. */
export interface StructView extends Heading {
  readonly properties: readonly PropertyView[];
  readonly initializer: ListView;
  readonly extra: ExtraView | undefined;
  /** The literals of all property names, where a union needs them to tell this object from others. */
  readonly knownKeys: ListView | undefined;
  /** Whether reading looks at any property. */
  readonly reads: boolean;
  readonly nested: readonly DeclarationView[];
}

/** One property. */
export interface PropertyView {
  readonly lead: readonly string[];
  /** Whether an empty line stands before it. */
  readonly spaced: boolean;
  /** As declared, in backticks where needed. */
  readonly name: string;
  /** In full, `?` included. */
  readonly type: string;
  /** The wire name as a literal. */
  readonly key: string;
  /** The value of a constant property, which is stored nowhere and checked on reading. */
  readonly constant: string | undefined;
  /** The constant as JSON has to say it. */
  readonly expected: string | undefined;
  /** The stored property's name: its own, unless it is hidden behind a computed one. */
  readonly stored: string;
  readonly hidden: boolean;
  /** Whether the stored value stands in a box. */
  readonly boxed: boolean;
  /** The expression for the value inside the type. */
  readonly value: string;
  readonly read: ReadView;
  /** Whether absence is written as nothing. */
  readonly omitted: boolean;
  readonly tall: TallProperty;
}

/** Which of a property's lines are broken, since they do not fit. */
export interface TallProperty {
  readonly declaration: boolean;
  readonly storage: boolean;
  readonly read: boolean;
  readonly write: boolean;
}

/** For example `{ method: "optionalArray", arguments: ", of: String.self", throws: false }`. */
export interface ReadView {
  readonly method: string;
  readonly arguments: string;
  readonly throws: boolean;
}

/** A list; `tall` has a line for each item, whose last may be followed by nothing. */
export interface ListView {
  readonly items: readonly ListItem[];
  readonly tall: boolean;
}

/** One item of a list and what follows it. For example `{ text: "id: String", separator: ", " }`. */
export interface ListItem {
  readonly text: string;
  readonly separator: string;
}

/** Keys that are no property. */
export interface ExtraView {
  readonly lead: readonly string[];
  readonly name: string;
  readonly type: string;
  readonly valueType: string;
  /** What an initialiser takes without it. */
  readonly empty: string;
}

/** A set of constants. */
export interface EnumView extends Heading {
  /** `String`, `Int` or `Double`. */
  readonly base: string;
  readonly open: boolean;
  readonly cases: readonly EnumCaseView[];
  /** The cases as `.name`. */
  readonly all: ListView;
}

/** For example `{ name: "nextHeartbeat", value: "\"next-heartbeat\"" }`. */
export interface EnumCaseView {
  readonly lead: readonly string[];
  readonly name: string;
  readonly value: string;
  /** Whether the two stand on a line each. */
  readonly tall: boolean;
}

/** A name for a type that is no model of its own. */
export interface AliasView extends Heading {
  readonly type: string;
  /** Whether the type stands on a line of its own. */
  readonly tall: boolean;
  /** Whether it contains itself, so that it is a struct around its value. */
  readonly recursive: boolean;
}

/** A fixed sequence, as a struct that is an array on the wire. */
export interface TupleView extends Heading {
  readonly elements: readonly TupleElementView[];
  /** The type of the elements after those; undefined where there can be none. */
  readonly rest: string | undefined;
  /** How many elements have to be there, how many have a name, and how many there can be (`nil`: any number). */
  readonly required: number;
  readonly count: number;
  readonly limit: string;
  readonly initializer: ListView;
}

/** For example `{ name: "element1", type: "String?", valueType: "String", index: 0, omitted: true }`. */
export interface TupleElementView {
  readonly name: string;
  /** In full, `?` included where the element may be missing. */
  readonly type: string;
  readonly valueType: string;
  readonly index: number;
  readonly omitted: boolean;
}
