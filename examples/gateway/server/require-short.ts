import { GatewayError } from "./gateway-error.js";

/**
 * Throws a `GatewayError` where what a client wants remembered, or the others told of, is longer than so many characters
 * of JSON. For example `requireShort("a job", params, 1000)`.
 */
export function requireShort(what: string, value: unknown, limit: number): void {
  if (JSON.stringify(value).length <= limit) return;
  const message = `${what} may have at most ${limit} characters of JSON`;
  throw new GatewayError("INVALID_REQUEST", message, { retryable: false });
}
