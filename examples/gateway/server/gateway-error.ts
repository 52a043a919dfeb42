import type { ErrorCode } from "../../../generated/gateway/typescript/protocol.js";
import type { ErrorShape } from "../../../generated/gateway/typescript/types.js";

/** What a handler throws to answer with an error. For example `new GatewayError("NOT_LINKED", "no such channel")`. */
export class GatewayError extends Error {
  readonly shape: ErrorShape;

  constructor(code: ErrorCode, message: string, more: Omit<ErrorShape, "code" | "message"> = {}) {
    super(message);
    this.name = "GatewayError";
    this.shape = { code, message, ...more };
  }
}

/** What went wrong, as the wire says it. Anything but a `GatewayError` is the gateway's own fault, and tells nothing. */
export function errorShape(error: unknown): ErrorShape {
  if (error instanceof GatewayError) return error.shape;
  return { code: "UNAVAILABLE", message: "the gateway could not answer this request", retryable: false };
}
