import type { Handlers } from "../handler.js";
import { chatHandlers } from "./chat.js";
import { cronHandlers } from "./cron.js";
import { messagingHandlers } from "./messaging.js";
import { nodeHandlers } from "./nodes.js";
import { sessionsHandlers } from "./sessions.js";
import { systemHandlers } from "./system.js";

/** Every method of the protocol. */
export const handlers: Handlers = {
  ...systemHandlers,
  ...messagingHandlers,
  ...chatHandlers,
  ...sessionsHandlers,
  ...nodeHandlers,
  ...cronHandlers,
};
