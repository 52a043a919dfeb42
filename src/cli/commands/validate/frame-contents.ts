import type { DeclarationId, Method, Protocol } from "../../../ir/types.js";
import { isRecord } from "../../../support/json.js";

/** What a frame carries, as far as the protocol says what that is. */
export type FrameContents =
  | { readonly kind: "none" }
  | { readonly kind: "typed"; readonly definition: DeclarationId; readonly value: unknown; readonly pointer: string }
  | { readonly kind: "unknown-name"; readonly of: "method" | "event"; readonly name: string; readonly pointer: string };

/** What is known of the frames before: the method of each request by its id. */
export interface FrameHistory {
  readonly methods: Map<string, string>;
  /** The method that a response answers whose request was not seen. */
  readonly otherwise: string | undefined;
}

const NONE: FrameContents = { kind: "none" };

/**
 * Finds what a valid frame carries. A request has a `method` and maybe `params`, an event an `event` and maybe a
 * `payload`, a response an `id`, `ok` and maybe a `payload`; what is left out is an empty object. A request is
 * remembered for its response.
 */
export function frameContents(frame: unknown, protocol: Protocol, history: FrameHistory): FrameContents {
  if (!isRecord(frame)) return NONE;
  const { method, event, id } = frame;
  if (typeof method === "string") {
    if (typeof id === "string") history.methods.set(id, method);
    return methodContents(method, protocol, ({ params }) => carried(params, frame, "params"));
  }
  if (typeof event === "string") {
    const found = protocol.events.find(({ name }) => name === event);
    if (found !== undefined) return carried(found.payload, frame, "payload");
    return protocol.events.length === 0 ? NONE : { kind: "unknown-name", of: "event", name: event, pointer: "/event" };
  }
  const answered = (typeof id === "string" ? history.methods.get(id) : undefined) ?? history.otherwise;
  if (frame["ok"] !== true || answered === undefined) return NONE;
  const answer = protocol.methods.find(({ name }) => name === answered);
  return answer === undefined ? NONE : carried(answer.result, frame, "payload");
}

function methodContents(name: string, protocol: Protocol, contents: (method: Method) => FrameContents): FrameContents {
  const found = protocol.methods.find((method) => method.name === name);
  if (found !== undefined) return contents(found);
  return protocol.methods.length === 0 ? NONE : { kind: "unknown-name", of: "method", name, pointer: "/method" };
}

function carried(
  definition: DeclarationId | undefined,
  frame: Readonly<Record<string, unknown>>,
  key: string,
): FrameContents {
  if (definition === undefined) return NONE;
  return { kind: "typed", definition, value: frame[key] === undefined ? {} : frame[key], pointer: `/${key}` };
}
