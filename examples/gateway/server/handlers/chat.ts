import { randomUUID } from "node:crypto";
import type { ChatHistoryResult } from "../../../../generated/gateway/typescript/types.js";
import type { Handlers } from "../handler.js";

const DEFAULT_LIMIT = 200;

/** Conversations with the agent. */
export const chatHandlers: Pick<Handlers, "chat.history" | "chat.send" | "chat.abort" | "chat.inject"> = {
  "chat.history": ({ sessionKey, limit = DEFAULT_LIMIT }, { gateway }): ChatHistoryResult => {
    const session = gateway.sessions.get(sessionKey);
    return { sessionKey, messages: session?.messages.slice(-limit) ?? [] };
  },

  "chat.send": ({ sessionKey, message }, { gateway, caller }) => {
    const { runs, sessions, now } = gateway;
    const runId = runs.start({ sessionKey, message }, caller);
    sessions.append(sessionKey, { role: "user", content: [{ type: "text", text: message }], timestamp: now() });
    return { runId, status: "started" };
  },

  "chat.abort": ({ sessionKey, runId }, { gateway }) => {
    const runIds = [...gateway.runs.abort(sessionKey, runId)];
    return { aborted: runIds.length > 0, runIds };
  },

  "chat.inject": ({ sessionKey, message, label }, { gateway }) => {
    const text = label === undefined ? message : `${label}\n${message}`;
    gateway.sessions.append(sessionKey, {
      role: "assistant",
      content: [{ type: "text", text }],
      timestamp: gateway.now(),
    });
    return { messageId: randomUUID() };
  },
};
