/** What `protocol.hbs` prints: versions, error codes and the typed tables. It holds nothing that runs when it is loaded. */
export interface ProtocolView {
  /** Whether a table names a type of `types.ts`. */
  readonly usesTypes: boolean;
  /** For example `PROTOCOL_VERSION`, then the minimums. */
  readonly versions: readonly VersionView[];
  /** Undefined where the registry has no version. */
  readonly negotiation: NegotiationView | undefined;
  /** Undefined where the registry has no error codes. */
  readonly errorCodes: readonly ErrorCodeView[] | undefined;
  readonly methods: MethodsView | undefined;
  readonly events: EventsView | undefined;
}

/** For example `export const PROTOCOL_VERSION = 3;`. */
export interface VersionView {
  readonly name: string;
  readonly value: string;
}

/** For example `{ oldest: "MIN_CLIENT_PROTOCOL_VERSION" }`: what a peer has to speak at least, when nobody says otherwise. */
export interface NegotiationView {
  readonly oldest: string;
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
