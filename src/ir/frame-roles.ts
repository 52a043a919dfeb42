import type { EventFrames, FrameRole, Frames, RequestFrames, ResponseFrames } from "./frames.js";
import type { TypeExpr } from "./type-expr.js";
import type { Declaration, DeclarationId, ObjectDeclaration, UnionDeclaration } from "./types.js";

/** The roles of a union's variants. */
export type FrameRoles = Pick<Frames, "request" | "response" | "event">;

type Declarations = ReadonlyMap<DeclarationId, Declaration>;

/** A variant that is an object, with what selects it. */
interface Frame {
  readonly object: ObjectDeclaration;
  readonly tags: FrameRole["tags"];
}

/** What carries the result of a request or what an event tells, in order of preference. */
const PAYLOADS = ["payload", "result"] as const;

/**
 * Finds what the variants of a union of frames are for, by the keys that they have: a `method` makes a request, an
 * `event` an event, an `id` with an outcome beside it a response. The names of the schemas say nothing.
 */
export function frameRoles(union: UnionDeclaration, declarations: Declarations): FrameRoles {
  const frames = framesOf(union, declarations);
  const requests = frames.filter((frame) => has(frame, "method"));
  const events = frames.filter((frame) => has(frame, "event") && !requests.includes(frame));
  const responses = frames.filter((frame) => isAnswer(frame) && !requests.includes(frame) && !events.includes(frame));
  return { request: requestOf(requests), response: responseOf(responses), event: eventOf(events) };
}

/** The objects of a union, those of unions and aliases in it included. */
function framesOf({ variants }: UnionDeclaration, declarations: Declarations): readonly Frame[] {
  const objectsIn = (type: TypeExpr, seen: ReadonlySet<DeclarationId>): readonly ObjectDeclaration[] => {
    const target = type.kind === "ref" && !seen.has(type.target) ? declarations.get(type.target) : undefined;
    if (target === undefined) return [];
    const deeper = new Set(seen).add(target.id);
    if (target.kind === "object") return [target];
    if (target.kind === "alias") return objectsIn(target.type, deeper);
    return target.kind === "union" ? target.variants.flatMap((variant) => objectsIn(variant.type, deeper)) : [];
  };
  return variants.flatMap(({ type, tags }) => objectsIn(type, new Set()).map((object) => ({ object, tags })));
}

function has({ object }: Frame, wireName: string): boolean {
  return object.properties.some((property) => property.wireName === wireName);
}

function isAnswer(frame: Frame): boolean {
  return has(frame, "id") && ["ok", "error", ...PAYLOADS].some((wireName) => has(frame, wireName));
}

/** The frame with the most of some keys; the first of equal ones. */
function fullest(frames: readonly Frame[], keys: readonly string[]): Frame | undefined {
  const count = (frame: Frame): number => keys.filter((key) => has(frame, key)).length;
  return frames.toSorted((left, right) => count(right) - count(left))[0];
}

function roleOf(frame: Frame, all: readonly Frame[]): FrameRole {
  return { declaration: frame.object.id, tags: [...new Set(all.flatMap(({ tags }) => tags))] };
}

function keyOf<K extends string>(frame: Frame, ...wireNames: readonly K[]): K | undefined {
  return wireNames.find((wireName) => has(frame, wireName));
}

function requestOf(frames: readonly Frame[]): RequestFrames | undefined {
  const frame = fullest(frames, ["id", "params"]);
  if (frame === undefined) return undefined;
  return { ...roleOf(frame, frames), id: keyOf(frame, "id"), method: "method", params: keyOf(frame, "params") };
}

function responseOf(frames: readonly Frame[]): ResponseFrames | undefined {
  const frame = fullest(frames, PAYLOADS);
  if (frame === undefined) return undefined;
  const [ok, payload, error] = [keyOf(frame, "ok"), keyOf(frame, ...PAYLOADS), keyOf(frame, "error")];
  return { ...roleOf(frame, frames), id: "id", ok, payload, error };
}

function eventOf(frames: readonly Frame[]): EventFrames | undefined {
  const frame = fullest(frames, ["payload"]);
  if (frame === undefined) return undefined;
  return { ...roleOf(frame, frames), event: "event", payload: keyOf(frame, "payload"), seq: keyOf(frame, "seq") };
}
