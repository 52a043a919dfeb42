/** What the gateway takes from one connection, and from all of them. */
export interface Policy {
  /** The largest message that is read, in bytes. */
  readonly maxPayload: number;
  /** How many bytes may wait for a slow reader before the gateway hangs up. */
  readonly maxBufferedBytes: number;
  /** How often `tick` is sent, in milliseconds. Who answers no ping for two ticks is gone. */
  readonly tickIntervalMs: number;
  /** How long a connection may take to send `connect`, in milliseconds. */
  readonly handshakeTimeoutMs: number;
  readonly maxConnections: number;
  /** How many requests of one connection may wait for their answer. */
  readonly maxInFlight: number;
  /** How many answers are kept for requests that repeat an idempotency key, and how many bytes of them. */
  readonly maxRemembered: number;
  readonly maxRememberedBytes: number;
}

/** What holds unless somebody says otherwise. */
export const DEFAULT_POLICY: Policy = {
  maxPayload: 1024 * 1024,
  maxBufferedBytes: 1024 * 1024,
  tickIntervalMs: 30_000,
  handshakeTimeoutMs: 10_000,
  maxConnections: 1024,
  maxInFlight: 128,
  maxRemembered: 1000,
  maxRememberedBytes: 16 * 1024 * 1024,
};
