import type { ChatMessage, SessionEntry } from "../../../../generated/gateway/typescript/types.js";
import { BoundedMap } from "../bounded-map.js";
import { requireShort } from "../require-short.js";

/** Of settings; transcripts have a limit of their own. */
const LIMITS = { entries: 256, characters: 256 * 1024 };
const MAX_SETTINGS = 8 * 1024;
const MAX_MESSAGES = 1000;
const MAX_CHARACTERS = 256 * 1024;
const MAX_MESSAGE = 64 * 1024;
/** How long the name of a conversation may be. */
export const MAX_SESSION_KEY = 1024;

/** A conversation and what was said in it. */
export interface Session {
  readonly entry: SessionEntry;
  /** Oldest first. */
  readonly messages: readonly ChatMessage[];
}

/** Every conversation that the gateway remembers. Old ones, and old messages, are forgotten. */
export interface Sessions {
  /** Most recently used first. */
  list(): readonly Session[];
  get(key: string): Session | undefined;
  /** Throws a `GatewayError` where the message is too long, as `update` does for settings that are. */
  append(key: string, message: ChatMessage): void;
  update(key: string, change: (entry: SessionEntry) => SessionEntry): SessionEntry;
  remove(key: string): boolean;
}

/** Makes the sessions of a gateway that has heard nothing yet. */
export function createSessions(now: () => number): Sessions {
  const sessions = new BoundedMap<Session>(LIMITS, ({ entry }) => JSON.stringify(entry).length);
  const open = (key: string): Session =>
    sessions.get(key) ?? { entry: { key, kind: key === "main" ? "global" : "direct", updatedAt: null }, messages: [] };
  return {
    list: () => sessions.values().toReversed(),
    get: (key) => sessions.get(key),
    append: (key, message) => {
      requireShort("a session's key", key, MAX_SESSION_KEY);
      requireShort("a message", message, MAX_MESSAGE);
      const { entry, messages } = open(key);
      sessions.set(key, { entry: { ...entry, updatedAt: now() }, messages: newest([...messages, message]) });
    },
    update: (key, change) => {
      const { entry, messages } = open(key);
      const changed = change(entry);
      requireShort("a session's settings", changed, MAX_SETTINGS);
      sessions.set(key, { entry: changed, messages });
      return changed;
    },
    remove: (key) => sessions.delete(key),
  };
}

/** The end of a transcript that is within the limits. */
function newest(messages: readonly ChatMessage[]): readonly ChatMessage[] {
  let characters = 0;
  const recent = messages.slice(-MAX_MESSAGES);
  const first = recent.findLastIndex((message) => {
    characters += message.content.reduce((sum, part) => sum + ("text" in part ? part.text.length : 0), 0);
    return characters > MAX_CHARACTERS;
  });
  return recent.slice(first + 1);
}
