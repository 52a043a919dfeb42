import type { DeclarationId } from "./type-expr.js";

/** The wire name of a property. For example `params`. */
type WireName = string;

type Tag = string | number | boolean;

/**
 * The union of all frames, and which of its variants does what through which keys. A role that no variant has is
 * undefined; a further role is a further field here and a row in `frame-roles.ts`.
 */
export interface Frames {
  /** A registered union. */
  readonly union: DeclarationId;
  /** The property whose constants tell the frames apart. For example `type`. */
  readonly discriminator: WireName;
  readonly request: RequestFrames | undefined;
  readonly response: ResponseFrames | undefined;
  readonly event: EventFrames | undefined;
}

/** Which variants have a role. */
export interface FrameRole {
  /** The object that has it; the first, where several have. For example `RequestFrame`. */
  readonly declaration: DeclarationId;
  /** The constants at the discriminator that select this or another variant of the role. For example `["req"]`. */
  readonly tags: readonly Tag[];
}

/** Asks for a method. For example `{ …, id: "id", method: "method", params: "params" }`. */
export interface RequestFrames extends FrameRole {
  /** What its response repeats; undefined where requests are not answered one by one. */
  readonly id: WireName | undefined;
  readonly method: WireName;
  readonly params: WireName | undefined;
}

/** Answers a request. For example `{ …, id: "id", ok: "ok", payload: "payload", error: "error" }`. */
export interface ResponseFrames extends FrameRole {
  readonly id: WireName;
  /** True in the answers that carry a payload; undefined where the payload's presence says it. */
  readonly ok: WireName | undefined;
  readonly payload: WireName | undefined;
  readonly error: WireName | undefined;
}

/** Tells what happened. For example `{ …, event: "event", payload: "payload", seq: "seq" }`. */
export interface EventFrames extends FrameRole {
  readonly event: WireName;
  readonly payload: WireName | undefined;
  readonly seq: WireName | undefined;
}
