import {
  EVENTS,
  METHODS,
  MIN_CLIENT_PROTOCOL_VERSION,
  negotiateVersion,
  PROTOCOL_VERSION,
} from "../../../generated/gateway/typescript/protocol.js";
import type {
  ConnectParams,
  ErrorShape,
  HelloOk,
  RequestFrame,
  Snapshot,
} from "../../../generated/gateway/typescript/types.js";
import { formatErrors } from "../../../generated/gateway/typescript/validators.js";
import { CloseCode } from "./close-code.js";
import type { Policy } from "./policy.js";
import { tokenMatches } from "./token-matches.js";
import type { Validation } from "./validation.js";

/** What the gateway makes of the first frame. */
export type Verdict =
  | { readonly ok: true; readonly params: ConnectParams; readonly protocol: number }
  | { readonly ok: false; readonly error: ErrorShape; readonly code: CloseCode; readonly reason: string };

/** What the first frame is measured by. */
export interface HandshakeRules {
  readonly validation: Validation;
  /** The secret that every client has to know; undefined where there is none. */
  readonly token: string | undefined;
}

/** Judges the first frame of a connection: `connect`, with valid params, a version in common, and the token. */
export function judgeHandshake(frame: RequestFrame, { validation, token }: HandshakeRules): Verdict {
  if (frame.method !== "connect") return refuse("the first request must be connect");
  const request = validation.validateRequest("connect", frame.params ?? {});
  if (!request.ok) return refuse(`invalid connect params: ${formatErrors(request.errors)}`);
  const { params } = request;
  const { minProtocol, maxProtocol } = params;
  const protocol = negotiateVersion(minProtocol, maxProtocol);
  if (protocol === undefined) return refuseVersion(minProtocol, maxProtocol);
  if (token !== undefined && !tokenMatches(token, params.auth?.token ?? ""))
    return refuse("the token is not the right one");
  return { ok: true, params, protocol };
}

function refuse(message: string): Verdict {
  return {
    ok: false,
    error: { code: "INVALID_REQUEST", message, retryable: false },
    code: CloseCode.policy,
    reason: message,
  };
}

function refuseVersion(minProtocol: number, maxProtocol: number): Verdict {
  const range =
    MIN_CLIENT_PROTOCOL_VERSION < PROTOCOL_VERSION
      ? `${MIN_CLIENT_PROTOCOL_VERSION} to ${PROTOCOL_VERSION}`
      : `${PROTOCOL_VERSION}`;
  const asked = minProtocol === maxProtocol ? `${minProtocol}` : `${minProtocol} to ${maxProtocol}`;
  const older = maxProtocol < MIN_CLIENT_PROTOCOL_VERSION ? "update the client" : "update the gateway";
  return {
    ok: false,
    error: {
      code: "INVALID_REQUEST",
      message: `protocol mismatch: the gateway speaks version ${range}, the client ${asked}; ${older}`,
      details: { minProtocol: MIN_CLIENT_PROTOCOL_VERSION, maxProtocol: PROTOCOL_VERSION },
      retryable: false,
    },
    code: CloseCode.protocolMismatch,
    reason: "protocol mismatch",
  };
}

/** What a greeting says. */
export interface Greeting {
  readonly protocol: number;
  readonly version: string;
  readonly connId: string;
  readonly snapshot: Snapshot;
  readonly policy: Policy;
}

/** The answer to a `connect` that was accepted. */
export function helloOk({ protocol, version, connId, snapshot, policy }: Greeting): HelloOk {
  const { maxPayload, maxBufferedBytes, tickIntervalMs } = policy;
  return {
    type: "hello-ok",
    protocol,
    server: { version, connId },
    features: { methods: [...METHODS], events: [...EVENTS] },
    snapshot,
    policy: { maxPayload, maxBufferedBytes, tickIntervalMs },
  };
}
