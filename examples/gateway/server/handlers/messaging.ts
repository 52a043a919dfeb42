import { randomUUID } from "node:crypto";
import { GatewayError } from "../gateway-error.js";
import type { GatewayState, Handlers } from "../handler.js";

const DEFAULT_CHANNEL = "loopback";
const MAX_WAIT_MS = 60_000;

/** What goes out to people, and the agent. */
export const messagingHandlers: Pick<Handlers, "send" | "poll" | "agent" | "agent.wait"> = {
  send: ({ to, channel, provider }, { gateway }) => ({
    messageId: randomUUID(),
    channel: linkedChannel(gateway, channel ?? provider),
    chatId: to,
  }),

  poll: ({ channel }, { gateway }) => ({
    messageId: randomUUID(),
    channel: linkedChannel(gateway, channel),
    pollId: randomUUID(),
  }),

  agent: ({ message, sessionKey = "main" }, { gateway, caller }) => ({
    runId: gateway.runs.start({ sessionKey: sessionKey === "" ? "main" : sessionKey, message }, caller),
    status: "accepted",
    acceptedAt: gateway.now(),
  }),

  "agent.wait": ({ runId, timeoutMs = MAX_WAIT_MS }, { gateway }) =>
    gateway.runs.wait(runId, Math.min(timeoutMs, MAX_WAIT_MS)),
};

function linkedChannel({ system }: GatewayState, name = DEFAULT_CHANNEL): string {
  if (system.channel(name)?.linked !== true) throw new GatewayError("NOT_LINKED", `the channel ${name} is not linked`);
  return name;
}
