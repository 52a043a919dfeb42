/** Why the gateway hangs up, in the numbers of RFC 6455. */
export const CloseCode = {
  /** The gateway stops for good. */
  goingAway: 1001,
  /** No version that both sides speak. */
  protocolMismatch: 1002,
  /** A binary message; frames are text. */
  notText: 1003,
  /** Text that is no JSON. */
  notJson: 1007,
  /** A policy was broken: no `connect` in time or first, a wrong token, a reader that is too slow. */
  policy: 1008,
  /** A message that is larger than the policy says. */
  tooLarge: 1009,
  /** The gateway comes back. */
  restart: 1012,
  /** There are as many connections as the policy allows. */
  tryAgainLater: 1013,
} as const;

export type CloseCode = (typeof CloseCode)[keyof typeof CloseCode];
