import { formatErrors, type ValidationError } from "../../../generated/gateway/typescript/validators.js";
import { GatewayError } from "./gateway-error.js";

/** One frame can have a hundred thousand faults: nobody reads more than these. */
const MAX_ERRORS = 16;
const MAX_CHARACTERS = 2000;

/** What a client is told whose frame or params do not match. */
export function invalidRequest(where: string, errors: readonly ValidationError[]): GatewayError {
  const details = errors.slice(0, MAX_ERRORS);
  const more = errors.length > MAX_ERRORS ? `\nand ${errors.length - MAX_ERRORS} more` : "";
  const message = `${where}${formatErrors(details)}`.slice(0, MAX_CHARACTERS) + more;
  return new GatewayError("INVALID_REQUEST", message, { details, retryable: false });
}
