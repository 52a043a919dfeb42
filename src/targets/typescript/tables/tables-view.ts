/** What the partial `tables` prints at the end of `validators.ts`: frames, and what they carry by method and event. */
export interface TablesView {
  /** Whether a table names a method or an event, so that the types of `protocol.ts` are used. */
  readonly usesProtocol: boolean;
  /** Whether anything has a schema that a value can fail. */
  readonly refuses: boolean;
  /** Undefined where the registry has no frame union. */
  readonly frame: FrameView | undefined;
  readonly requests: TableView | undefined;
  readonly responses: TableView | undefined;
  readonly events: TableView | undefined;
}

/** For example `{ validator: "validateGatewayFrame", type: "T.GatewayFrame" }`. */
export interface FrameView {
  readonly validator: string;
  readonly type: string;
}

/** One function that validates by name. For example `validateRequest`. */
export interface TableView {
  readonly function: string;
  readonly cases: readonly CaseView[];
}

/** For example `{ name: '"chat.send"', validator: "validateChatSendParams" }`. */
export interface CaseView {
  readonly name: string;
  /** Undefined where the registry has no schema: then any value passes. */
  readonly validator: string | undefined;
}
