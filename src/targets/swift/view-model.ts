/** One Swift file: everything named, escaped and ordered; lines are as long as they are. */
export interface FileView {
  /** What the file is, as comment lines. */
  readonly header: readonly string[];
  /** The word that declares a stored property: `let` or `var`. */
  readonly storage: string;
  /** Whether a property that is stored under another name can be set, as those can that are stored under their own. */
  readonly settable: boolean;
  readonly constants: readonly ConstantView[];
  /** Enums of what the protocol lists beside its schemas. */
  readonly enums: readonly EnumView[];
  readonly declarations: readonly DeclarationView[];
  readonly surface: SurfaceView | undefined;
  /** The types whose required `id` identifies them. For example `CronJob`, `WizardNextResult.Step`. */
  readonly identifiable: readonly string[];
  /** Second names of types that a nested type hides somewhere. */
  readonly secondNames: readonly SecondNameView[];
  /** Whether the file holds the runtime. */
  readonly runtime: boolean;
  /** Whether it holds the conversions to and from Foundation's values. */
  readonly foundation: boolean;
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

/** One declaration; exactly one of the six is there. */
export interface DeclarationView {
  readonly struct: StructView | undefined;
  readonly enumeration: EnumView | undefined;
  readonly union: UnionView | undefined;
  readonly alias: AliasView | undefined;
  readonly tuple: TupleView | undefined;
  readonly namespace: NamespaceView | undefined;
}

/** What holds shapes that stand in several places. */
export interface NamespaceView {
  readonly name: string;
  readonly nested: readonly DeclarationView[];
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
  /** The initialiser's parameters. For example `id: String, label: String? = nil`. */
  readonly initializer: string;
  readonly extra: ExtraView | undefined;
  /** What it declares, where a union without tags is read by that. */
  readonly shape: ShapeView | undefined;
  /** Whether `{}` is one, so that a call may leave it out. */
  readonly empty: boolean;
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
}

/** For example `{ method: "optionalArray", arguments: ", of: String.self", throws: false }`. */
export interface ReadView {
  readonly method: string;
  readonly arguments: string;
  readonly throws: boolean;
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
  /** Whether values are looked up in a table, since they are too many for a `switch`. */
  readonly table: boolean;
  readonly cases: readonly EnumCaseView[];
}

/** For example `{ name: "nextHeartbeat", value: "\"next-heartbeat\"" }`. */
export interface EnumCaseView {
  readonly lead: readonly string[];
  readonly name: string;
  readonly value: string;
}

/** A name for a type that is no model of its own. */
export interface AliasView extends Heading {
  readonly type: string;
  /** Whether it contains itself, so that it is a struct around its value. */
  readonly recursive: boolean;
}

/** What a type declares. For example `{ element: "WireField", parts: "[.required(…)]", call: "object(shapeParts, others: nil)" }`. */
export interface ShapeView {
  /** The type of its parts. */
  readonly element: string;
  /** Its parts as a list, under the name that `call` uses. */
  readonly parts: string | undefined;
  readonly call: string;
}

/** A fixed sequence, as a struct that is an array on the wire. */
export interface TupleView extends Heading {
  readonly elements: readonly TupleElementView[];
  /** The elements after those; undefined where there can be none. */
  readonly rest: Omit<ExtraView, "lead"> | undefined;
  /** How many elements have to be there, how many have a name, and how many there can be (`nil`: any number). */
  readonly required: number;
  readonly count: number;
  readonly limit: string;
  readonly initializer: string;
  readonly shape: ShapeView;
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

/** One of several types. */
export interface UnionView extends Heading {
  readonly indirect: boolean;
  readonly cases: readonly UnionCaseView[];
  /** Undefined where the variants have no tag. */
  readonly tag: TagView | undefined;
  /** Attempts in order, without a tag. */
  readonly attempts: readonly AttemptView[];
  /** Whether a variant is chosen by what is known of the value, rather than by the JSON type. */
  readonly chosen: boolean;
  readonly shape: ShapeView | undefined;
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
  /** The tags as literals. For example `"at", "every"`. */
  readonly tags: string;
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
  /** Its place among the choices. */
  readonly index: number;
  readonly name: string;
  readonly type: string | undefined;
  readonly constant: string | undefined;
}

/** Methods and events. */
export interface SurfaceView {
  readonly methods: readonly MethodGroupView[];
  readonly event: EventUnionView | undefined;
  readonly request: RequestView | undefined;
  readonly response: ResponseView | undefined;
}

/** The methods that share their types. */
export interface MethodGroupView {
  /** For example `ChatSendParams, ChatSendResult`. */
  readonly types: string;
  readonly methods: readonly MethodView[];
}

/** For example `{ name: "chatSend", wireName: "\"chat.send\"" }`. */
export interface MethodView {
  readonly lead: readonly string[];
  readonly spaced: boolean;
  readonly name: string;
  readonly wireName: string;
}

/** The typed events. */
export interface EventUnionView {
  readonly name: string;
  readonly cases: readonly EventCaseView[];
  /** The frame that carries events, where one is found. */
  readonly frame: EventFrameView | undefined;
}

/** One event and the type of its payload. */
export interface EventCaseView {
  readonly lead: readonly string[];
  readonly name: string;
  readonly wireName: string;
  readonly type: string;
  /** Whether the payload may be missing. */
  readonly optional: boolean;
}

/** For example `{ type: "EventFrame", name: "event", payload: "payload" }`. */
export interface EventFrameView {
  readonly type: string;
  /** The payload's wire name as a literal. */
  readonly key: string;
  readonly nameProperty: string;
  readonly payloadProperty: string;
}

/** The frame that carries requests. */
export interface RequestView {
  readonly type: string;
  readonly idProperty: string;
  readonly methodProperty: string;
  readonly paramsProperty: string;
  /** What stands for parameters that are left out, after their expression. For example ` ?? [:]` where they are required. */
  readonly otherwise: string;
}

/** The frame that carries results. */
export interface ResponseView {
  readonly type: string;
  /** The payload's wire name as a literal. */
  readonly key: string;
  readonly payloadProperty: string;
  readonly required: boolean;
}
