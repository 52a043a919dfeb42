import type { ChatMessage } from "../../../../generated/gateway/typescript/types.js";
import type { Hub } from "../hub.js";

/** What somebody says to the agent. */
export interface Prompt {
  readonly sessionKey: string;
  readonly message: string;
}

/** How a run ends. */
export type Outcome = "done" | "aborted";

/** The agent at work on one prompt. */
export interface Run {
  readonly sessionKey: string;
  readonly startedAt: number;
  readonly endedAt: number | undefined;
  /** Resolves when the run has ended. */
  readonly ended: Promise<void>;
  /** Ends the run, if it has not. */
  end(outcome: Outcome): void;
}

/** What a run needs. */
export interface RunOptions extends Prompt {
  readonly runId: string;
  readonly hub: Hub;
  readonly now: () => number;
  /** How long each word takes, in milliseconds. */
  readonly stepMs: number;
  /** Told once, before anybody else is. */
  readonly onEnd: (outcome: Outcome) => void;
}

const MAX_WORDS = 3;
/** A start, an end, the last message, and a few that lead there; each with what stands around the text. */
const MAX_EVENTS = MAX_WORDS + 3;
const AROUND_TEXT = 256;

/** How much a run will make everyone receive at most, in characters. */
export function sizeOfRun({ sessionKey, message }: Prompt): number {
  return MAX_EVENTS * (JSON.stringify({ sessionKey, message }).length + AROUND_TEXT);
}

/** Starts a run: it says back what it was told, a word at a time, in `chat` events. */
export function startRun({ runId, sessionKey, message, hub, now, stepMs, onEnd }: RunOptions): Run {
  const words = message.split(" ", MAX_WORDS);
  const startedAt = now();
  const { promise: ended, settle } = deferred();
  let endedAt: number | undefined;
  let seq = 0;

  const common = (): { runId: string; sessionKey: string; seq: number } => ({ runId, sessionKey, seq: seq++ });
  const lifecycle = (phase: string): void =>
    void hub.broadcast("agent", { ...common(), stream: "lifecycle", ts: now(), data: { phase } });
  const end = (outcome: Outcome): void => {
    if (endedAt !== undefined) return;
    clearInterval(timer);
    endedAt = now();
    onEnd(outcome);
    if (outcome === "aborted") hub.broadcast("chat", { ...common(), state: "aborted", stopReason: "aborted" });
    else hub.broadcast("chat", { ...common(), state: "final", message: spoken(message, now()), stopReason: "end" });
    lifecycle("end");
    settle();
  };
  let said = 0;
  const timer = setInterval(() => {
    said += 1;
    if (said > words.length) return end("done");
    const soFar = spoken(words.slice(0, said).join(" "), now());
    return void hub.broadcast("chat", { ...common(), state: "delta", message: soFar });
  }, stepMs);

  lifecycle("start");
  return {
    sessionKey,
    startedAt,
    get endedAt() {
      return endedAt;
    },
    ended,
    end,
  };
}

/** A message of the agent. */
export function spoken(text: string, timestamp: number): ChatMessage {
  return { role: "assistant", content: [{ type: "text", text }], timestamp };
}

function deferred(): { readonly promise: Promise<void>; readonly settle: () => void } {
  const settles: (() => void)[] = [];
  const promise = new Promise<void>((resolve) => settles.push(resolve));
  return { promise, settle: () => settles.forEach((settle) => settle()) };
}
