/** What `protocol.hbs` prints: versions, error codes and the typed tables. It holds nothing that runs when it is loaded. */
export interface ProtocolView {
  /** Whether a table names a type of `types.ts`. */
  readonly usesTypes: boolean;
  /** Whether there are frames, events or results to read, in a module of their own. */
  readonly reads: boolean;
  /** For example `PROTOCOL_VERSION`, then the minimums. */
  readonly versions: readonly VersionView[];
  /** Undefined where the registry has no version. */
  readonly negotiation: NegotiationView | undefined;
  /** Undefined where the registry has no error codes. */
  readonly errorCodes: ErrorCodesView | undefined;
  readonly methods: MethodsView | undefined;
  readonly events: EventsView | undefined;
}

/** For example `export const PROTOCOL_VERSION = 3;`. */
export interface VersionView {
  readonly name: string;
  readonly value: string;
}

/** For example `{ newest: "PROTOCOL_VERSION", oldest: "MIN_CLIENT_PROTOCOL_VERSION" }`. */
export interface NegotiationView {
  readonly newest: string;
  /** What a peer has to speak at least, when nobody says otherwise. */
  readonly oldest: string;
}

/** For example `ErrorCode` with its entries. */
export interface ErrorCodesView {
  readonly name: string;
  readonly entries: readonly ErrorCodeView[];
  /** The whole statement. For example `export type ErrorCode = (typeof ErrorCode)[keyof typeof ErrorCode];`. */
  readonly type: string;
}

/** For example `{ key: "NOT_LINKED", value: '"NOT_LINKED"' }`. */
export interface ErrorCodeView {
  readonly key: string;
  readonly value: string;
}

/** `METHODS` and `MethodMap`. */
export interface MethodsView {
  /** The whole statement. For example `export const METHODS = ["health"] as const;`. */
  readonly list: string;
  readonly entries: readonly MethodView[];
}

/** For example `{ key: '"chat.send"', params: "types.ChatSendParams", result: "types.ChatSendResult" }`. */
export interface MethodView {
  readonly comment: readonly string[];
  readonly key: string;
  readonly params: string;
  readonly result: string;
}

/** `EVENTS` and `EventMap`. */
export interface EventsView {
  readonly list: string;
  readonly entries: readonly EventView[];
}

/** For example `{ key: "tick", payload: "types.TickEvent" }`. */
export interface EventView {
  readonly comment: readonly string[];
  readonly key: string;
  readonly payload: string;
}
