import { describe, expect, it } from "vitest";
import { emptyFolder, typecheck, writeInto } from "../support/typecheck.js";
import { printTypescript, sources } from "../support/typescript-samples.js";

const USE = `
import { isUnknown, readEvent, readFrame, readResult, type ReadResult } from "./protocol.js";
import { chatSend, readResult as readResultOf } from "./methods.js";
import { readChatContent } from "./readers.js";
import type { ReadChatContent, ReadChatSendResult, TickEvent } from "./types.js";
import { validateRequest } from "./strict-methods.js";
import * as strict from "./strict-methods.js";

/** Every variant and what is none of them, with nothing left. */
export function told(content: ReadChatContent): string {
  if (isUnknown(content)) return "newer";
  switch (content.type) {
    case "text":
      return content.text;
    case "image":
      return content.mimeType;
    case "thinking":
      return content.thinking;
    case "tool-call":
      return content.name;
    case "tool-result":
      return content.callId;
    default: {
      const nothing: never = content;
      return nothing;
    }
  }
}

/** Known values are offered, and others are taken. */
export function statusOf(result: ReadChatSendResult): string {
  const status: string = result.status;
  return result.status === "started" ? "yes" : status;
}

export function all(text: string): string | number {
  const frame = readFrame(text);
  if (!frame.ok) return frame.errors.map(({ instancePath }) => instancePath).join();
  if (isUnknown(frame.value)) return "newer";
  if (frame.value.type !== "event") return frame.value.id;
  const event = readEvent(frame.value);
  if (!event.ok || event.unknown.length > 0) return "";
  if (isUnknown(event.value)) return event.value.name;
  if (event.value.event === "tick") {
    const tick: TickEvent = event.value.payload;
    return tick.ts;
  }
  return event.value.event;
}

export function results(payload: unknown): string {
  const named = readResult("chat.send", payload);
  const constant = readResultOf(chatSend, payload);
  const result: ReadResult<"chat.send"> | undefined = named.ok ? named.value : constant.ok ? constant.value : undefined;
  const request = validateRequest(strict.chatSend, payload);
  return request.ok ? request.params.message : (result?.runId ?? "");
}

export const content = readChatContent({});
`;

/** What has to be told apart first cannot be looked into. */
const MISUSE = `
import type { ReadChatContent, ReadCronSchedule } from "./types.js";
import { readResult, chatSend } from "./methods.js";

export function early(content: ReadChatContent): string {
  switch (content.type) {
    default:
      return "";
  }
}
export function kind(schedule: ReadCronSchedule): string {
  return schedule.kind;
}
export const other = readResult("chat.send", {});
export const runId: number = readResult(chatSend, {}).ok;
`;

describe("the types of what is read", () => {
  it("are told apart by their tags once what is unknown is", async () => {
    const folder = emptyFolder("read-types");
    for (const { path, text } of await printTypescript(sources["gateway"] ?? "")) writeInto(folder, path, text);
    writeInto(folder, "use.ts", USE);
    expect(typecheck(folder)).toBe("");
    writeInto(folder, "misuse.ts", MISUSE);
    const errors = [...typecheck(folder).matchAll(/misuse\.ts\((\d+),.*(TS\d+)/g)].map(([, line, code]) => [
      line,
      code,
    ]);
    expect(errors).toEqual([
      ["6", "TS2339"],
      ["12", "TS2339"],
      ["14", "TS2345"],
      ["15", "TS2322"],
    ]);
  });
});
