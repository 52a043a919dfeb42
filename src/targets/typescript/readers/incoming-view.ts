/** What `incoming.hbs` prints: the functions that read frames, events and results, whatever a newer peer sends. */
export interface IncomingView {
  /** Undefined where the registry has no frame union. */
  readonly frame: IncomingFrameView | undefined;
  readonly events: IncomingEventsView | undefined;
  readonly results: IncomingResultsView | undefined;
  /** Whether something has no schema, so that anything is read. */
  readonly usesAnything: boolean;
  /** Whether a type of `types.ts` is named. */
  readonly usesTypes: boolean;
}

/** For example `{ type: "T.ReadGatewayFrame", reader: "readers.readGatewayFrame" }`. */
export interface IncomingFrameView {
  readonly type: string;
  readonly reader: string;
}

/** The keys of the frame that carries an event, and each event. */
export interface IncomingEventsView {
  /** The type of what is not known. For example `T.Unknown`. */
  readonly unknown: string;
  /** For example `event`, as a key of an interface; then as text, and as a JSON pointer. */
  readonly nameKey: string;
  readonly nameText: string;
  readonly namePointer: string;
  readonly payloadKey: string;
  readonly payloadText: string;
  readonly payloadPointer: string;
  readonly entries: readonly IncomingEntryView[];
}

export interface IncomingResultsView {
  readonly entries: readonly IncomingEntryView[];
}

/** For example `{ key: "tick", type: "T.TickEvent", reader: "readers.readTickEvent" }`. */
export interface IncomingEntryView {
  /** A key of an interface. */
  readonly key: string;
  /** A key of an object literal. */
  readonly member: string;
  readonly type: string;
  readonly reader: string;
}

/** What `methods.hbs` prints: one constant for each method, so that a bundle holds what its program calls. */
export interface MethodsModuleView {
  /** The constant of a method, for the comments that show a call. */
  readonly example: string;
  readonly methods: readonly MethodConstantView[];
  readonly usesAnything: boolean;
}

/** For example `{ name: "chatSend", method: '"chat.send"', reader: "readers.readChatSendResult" }`. */
export interface MethodConstantView {
  readonly name: string;
  readonly method: string;
  readonly result: string;
  /** The validators of its params and result; undefined where there is no schema. */
  readonly paramsValidator: string | undefined;
  readonly resultValidator: string | undefined;
}
