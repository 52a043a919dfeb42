import type { ErrorShape } from "../../../generated/gateway/typescript/types.js";

/**
 * Why a request has no result. `refused`: the gateway said so, in `shape`. `lost`: the connection ended before the
 * answer. `late`: no answer in time. `invalid`: the answer is not what the protocol says.
 */
export type FailureKind = "refused" | "lost" | "late" | "invalid";

/** What a request, or the handshake, is rejected with. */
export class GatewayFailure extends Error {
  readonly kind: FailureKind;
  readonly shape: ErrorShape | undefined;

  constructor(kind: FailureKind, message: string, shape?: ErrorShape) {
    super(message);
    this.name = "GatewayFailure";
    this.kind = kind;
    this.shape = shape;
  }
}
