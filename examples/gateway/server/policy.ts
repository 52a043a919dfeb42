/** What the gateway takes from one connection, and from all of them. Every limit of the wire stands here. */
export interface Policy {
  /** The largest message that is read, in bytes. */
  readonly maxPayload: number;
  /** In how many fragments a message may come. */
  readonly maxFragments: number;
  /** How many arrays and objects of a message may stand in each other. */
  readonly maxDepth: number;
  /** How many bytes may wait for a slow reader before the gateway hangs up; and for all of them together. */
  readonly maxBufferedBytes: number;
  readonly maxBufferedTotal: number;
  /** How often `tick` is sent, in milliseconds. Who answers no ping for two ticks is gone. */
  readonly tickIntervalMs: number;
  /** How long a peer may take from its first packet to a WebSocket, and from there to `connect`, in milliseconds. */
  readonly upgradeTimeoutMs: number;
  readonly handshakeTimeoutMs: number;
  /** How many bytes a peer may send before its `connect` was accepted. */
  readonly maxConnectBytes: number;
  /** How many peers may be there that have not said who they are. One more, and the oldest of them is cut off. */
  readonly maxWaiting: number;
  /** How many clients may be there that have. */
  readonly maxConnections: number;
  /** How long a peer may take to close after the gateway has hung up, in milliseconds. */
  readonly closeTimeoutMs: number;
  /** How long each text may be by which a client is known to the others, in characters. */
  readonly maxNameLength: number;
  /** How much one client may make each of the others receive, in characters per second; and all of them together. */
  readonly eventsPerSecond: number;
  readonly eventsPerSecondTotal: number;
  /** How many requests of one connection may wait for their answer. */
  readonly maxInFlight: number;
  /** How many answers are kept for requests that repeat an idempotency key, and how many bytes of them. */
  readonly maxRemembered: number;
  readonly maxRememberedBytes: number;
}

/** What holds unless somebody says otherwise. */
export const DEFAULT_POLICY: Policy = {
  maxPayload: 1024 * 1024,
  maxFragments: 1024,
  maxDepth: 128,
  maxBufferedBytes: 1024 * 1024,
  maxBufferedTotal: 64 * 1024 * 1024,
  tickIntervalMs: 30_000,
  upgradeTimeoutMs: 5000,
  handshakeTimeoutMs: 10_000,
  maxConnectBytes: 64 * 1024,
  maxWaiting: 1024,
  maxConnections: 1024,
  closeTimeoutMs: 1000,
  maxNameLength: 128,
  eventsPerSecond: 256 * 1024,
  eventsPerSecondTotal: 4 * 1024 * 1024,
  maxInFlight: 128,
  maxRemembered: 1000,
  maxRememberedBytes: 16 * 1024 * 1024,
};
