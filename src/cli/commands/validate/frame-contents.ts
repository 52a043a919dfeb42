import type { EventFrames, FrameRole, RequestFrames, ResponseFrames } from "../../../ir/frames.js";
import type { DeclarationId, Protocol } from "../../../ir/types.js";
import { isRecord } from "../../../support/json.js";

/** What a frame carries, as far as the protocol says what that is. */
export type FrameContents =
  | { readonly kind: "none" }
  | { readonly kind: "typed"; readonly definition: DeclarationId; readonly value: unknown; readonly pointer: string }
  | { readonly kind: "unknown-name"; readonly of: "method" | "event"; readonly name: string; readonly pointer: string };

/** What is known of the frames before: the method of each request by its id. */
export interface FrameHistory {
  readonly methods: Map<string | number, string>;
  /** The method that a response answers whose request was not seen. */
  readonly otherwise: string | undefined;
}

const NONE: FrameContents = { kind: "none" };

/**
 * Finds what a valid frame carries, by the role that its tag gives it: a request its params, an event its payload, a
 * response the result of the request with its id; what is left out is an empty object. A request is remembered for its
 * response.
 */
export function frameContents(value: unknown, protocol: Protocol, history: FrameHistory): FrameContents {
  const { frames } = protocol;
  if (!isRecord(value) || frames === undefined) return NONE;
  const { request, response, event } = frames;
  const tag = value[frames.discriminator];
  const isFor = (role: FrameRole): boolean => role.tags.some((known) => known === tag);
  const frame = { value, protocol, history };
  if (request !== undefined && isFor(request)) return requestContents(frame, request);
  if (event !== undefined && isFor(event)) return eventContents(frame, event);
  return response !== undefined && isFor(response) ? responseContents(frame, response) : NONE;
}

/** A frame with what is needed to understand it. */
interface Frame {
  readonly value: Readonly<Record<string, unknown>>;
  readonly protocol: Protocol;
  readonly history: FrameHistory;
}

function requestContents({ value, protocol, history }: Frame, keys: RequestFrames): FrameContents {
  const method = value[keys.method];
  const id = keys.id === undefined ? undefined : value[keys.id];
  if (typeof method !== "string") return NONE;
  if (typeof id === "string" || typeof id === "number") history.methods.set(id, method);
  const found = protocol.methods.find(({ name }) => name === method);
  if (found !== undefined) return carried(found.params, value, keys.params);
  return protocol.methods.length === 0
    ? NONE
    : { kind: "unknown-name", of: "method", name: method, pointer: toPointer(keys.method) };
}

function eventContents({ value, protocol }: Frame, keys: EventFrames): FrameContents {
  const event = value[keys.event];
  if (typeof event !== "string") return NONE;
  const found = protocol.events.find(({ name }) => name === event);
  if (found !== undefined) return carried(found.payload, value, keys.payload);
  return protocol.events.length === 0
    ? NONE
    : { kind: "unknown-name", of: "event", name: event, pointer: toPointer(keys.event) };
}

function responseContents({ value, protocol, history }: Frame, keys: ResponseFrames): FrameContents {
  const id = value[keys.id];
  const asked = typeof id === "string" || typeof id === "number" ? history.methods.get(id) : undefined;
  const failed = keys.error !== undefined && value[keys.error] !== undefined;
  const isAnswer = keys.ok === undefined ? !failed : value[keys.ok] === true;
  const answer = protocol.methods.find(({ name }) => name === (asked ?? history.otherwise));
  return isAnswer && answer !== undefined ? carried(answer.result, value, keys.payload) : NONE;
}

function carried(
  definition: DeclarationId | undefined,
  frame: Readonly<Record<string, unknown>>,
  key: string | undefined,
): FrameContents {
  if (definition === undefined || key === undefined) return NONE;
  return { kind: "typed", definition, value: frame[key] === undefined ? {} : frame[key], pointer: toPointer(key) };
}

function toPointer(key: string): string {
  return `/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}
