import { formatErrors, type ValidationError } from "../../../generated/gateway/typescript/validators.js";
import { GatewayError } from "./gateway-error.js";

/** An error names the key that is wrong, which may be as long as a message: what is longer is cut, or left out. */
const MAX_MESSAGE = 2000;
const MAX_DETAILS = 8000;

/** What a client is told whose frame or params do not match. */
export function invalidRequest(where: string, errors: readonly ValidationError[]): GatewayError {
  const message = `${where}${formatErrors(errors)}`.slice(0, MAX_MESSAGE);
  const details = JSON.stringify(errors).length > MAX_DETAILS ? {} : { details: errors };
  return new GatewayError("INVALID_REQUEST", message, { ...details, retryable: false });
}
