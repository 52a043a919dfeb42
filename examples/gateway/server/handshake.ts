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
import { CloseCode } from "./close-code.js";
import { GatewayError } from "./gateway-error.js";
import { invalidRequest } from "./invalid-request.js";
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
  readonly policy: Policy;
  /** How many clients are there already. */
  readonly connections: number;
}

/**
 * Judges the first frame of a connection: `connect`, with valid params, a version in common, the token, names that the
 * others can be told, and a place that is free.
 */
export function judgeHandshake(frame: RequestFrame, rules: HandshakeRules): Verdict {
  const { validation, token, policy, connections } = rules;
  if (frame.method !== "connect") return refuse(invalid("the first request must be connect"));
  const request = validation.validateRequest("connect", frame.params ?? {});
  if (!request.ok) return refuse(invalidRequest("invalid connect params: ", request.errors));
  const { params } = request;
  const { minProtocol, maxProtocol } = params;
  const protocol = negotiateVersion(minProtocol, maxProtocol);
  if (protocol === undefined) return refuseVersion(minProtocol, maxProtocol);
  if (token !== undefined && !tokenMatches(token, params.auth?.token ?? ""))
    return refuse(invalid("the token is not the right one"));
  const long = Object.entries(params.client).find(([, text]) => text.length > policy.maxNameLength);
  if (long !== undefined)
    return refuse(invalid(`client.${long[0]} may have at most ${policy.maxNameLength} characters`));
  if (connections >= policy.maxConnections) {
    const full = new GatewayError("UNAVAILABLE", "too many connections", { retryable: true });
    return refuse(full, CloseCode.tryAgainLater);
  }
  return { ok: true, params, protocol };
}

function invalid(message: string): GatewayError {
  return new GatewayError("INVALID_REQUEST", message, { retryable: false });
}

function refuse({ shape }: GatewayError, code: CloseCode = CloseCode.policy): Verdict {
  return { ok: false, error: shape, code, reason: shape.message };
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
