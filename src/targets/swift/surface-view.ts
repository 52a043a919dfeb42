/** Methods and events. */
export interface SurfaceView {
  readonly methods: readonly MethodGroupView[];
  readonly event: EventUnionView | undefined;
  readonly request: RequestView | undefined;
  readonly response: ResponseView | undefined;
}

/** The methods that share their types. */
export interface MethodGroupView {
  /** For example `extension WireMethod<ChatSendParams, ChatSendResult> {`. */
  readonly start: readonly string[];
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
}

/** The frame that carries results. */
export interface ResponseView {
  readonly type: string;
  /** The payload's wire name as a literal. */
  readonly key: string;
  readonly payloadProperty: string;
  readonly required: boolean;
}
