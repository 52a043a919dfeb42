import type { ObjectDeclaration, Property, Protocol } from "../../ir/types.js";
import { swiftStringLiteral } from "./literals.js";
import { escapeKeyword } from "./names.js";
import type { TranslationContext } from "./translation-context.js";
import type { EventFrameView, RequestView, ResponseView } from "./view-model.js";

/** The frames that carry requests, results and events, as far as the protocol has such frames. */
export interface FrameShapes {
  readonly request: RequestView | undefined;
  readonly response: ResponseView | undefined;
  readonly event: EventFrameView | undefined;
}

/**
 * Finds the frames by what they carry: `id`, `method` and `params` make a request, `id` and `payload` a response,
 * `event` and `payload` an event. A frame union of another shape still has its enum; it only lacks these conveniences.
 */
export function findFrameShapes(protocol: Protocol, context: TranslationContext): FrameShapes {
  const frames = frameObjects(protocol, context);
  const find = (names: readonly string[]): ObjectDeclaration | undefined =>
    frames.find((frame) => names.every((name) => frame.properties.some(({ wireName }) => wireName === name)));
  const request = find(["id", "method", "params"]);
  const response = find(["id", "payload"]);
  const event = find(["event", "payload"]);
  return {
    request: request !== undefined && canSend(request) ? requestView(request, context) : undefined,
    response: response !== undefined && isOpen(response, "payload") ? responseView(response, context) : undefined,
    event:
      event !== undefined && isOpen(event, "payload") && isText(event, "event") ? eventView(event, context) : undefined,
  };
}

function frameObjects(protocol: Protocol, context: TranslationContext): readonly ObjectDeclaration[] {
  const union = protocol.frames === undefined ? undefined : context.source.declarations.get(protocol.frames);
  if (union?.kind !== "union") return [];
  return union.variants.flatMap(({ type }) => {
    const frame = type.kind === "ref" ? context.source.declarations.get(type.target) : undefined;
    return frame?.kind === "object" ? [frame] : [];
  });
}

function property(frame: ObjectDeclaration, wireName: string): Property | undefined {
  return frame.properties.find((candidate) => candidate.wireName === wireName);
}

/** Whether a property takes any JSON, so that a typed value can be put there. */
function isOpen(frame: ObjectDeclaration, wireName: string): boolean {
  return property(frame, wireName)?.type.kind === "unknown";
}

function isText(frame: ObjectDeclaration, wireName: string): boolean {
  return property(frame, wireName)?.type.kind === "string" && property(frame, wireName)?.presence === "required";
}

/** Whether the frame needs nothing but these three from whoever sends it. */
function canSend(frame: ObjectDeclaration): boolean {
  const known = new Set(["id", "method", "params"]);
  const asked = frame.properties.filter(({ type, presence }) => presence === "required" && type.kind !== "literal");
  return (
    asked.every(({ wireName }) => known.has(wireName)) &&
    isOpen(frame, "params") &&
    isText(frame, "id") &&
    isText(frame, "method")
  );
}

function requestView(frame: ObjectDeclaration, context: TranslationContext): RequestView {
  return {
    type: typeName(frame, context),
    idProperty: memberName(frame, context, "id"),
    methodProperty: memberName(frame, context, "method"),
    paramsProperty: memberName(frame, context, "params"),
  };
}

function responseView(frame: ObjectDeclaration, context: TranslationContext): ResponseView {
  return {
    type: typeName(frame, context),
    key: swiftStringLiteral("payload"),
    payloadProperty: memberName(frame, context, "payload"),
    required: property(frame, "payload")?.presence === "required",
  };
}

function eventView(frame: ObjectDeclaration, context: TranslationContext): EventFrameView {
  return {
    type: typeName(frame, context),
    key: swiftStringLiteral("payload"),
    nameProperty: memberName(frame, context, "event"),
    payloadProperty: memberName(frame, context, "payload"),
  };
}

function typeName(frame: ObjectDeclaration, context: TranslationContext): string {
  return context.source.declared.of(frame.id).path.join(".");
}

function memberName(frame: ObjectDeclaration, context: TranslationContext, wireName: string): string {
  return escapeKeyword(context.source.declared.members(frame.id).get(wireName) ?? wireName);
}
