import type { EventFrames, FrameRole, RequestFrames, ResponseFrames } from "../../ir/frames.js";
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
 * Finds the frames that typed values can be put into and taken from. One whose keys hold something else than that asks
 * for still has its case in the enum; it only lacks these conveniences.
 */
export function findFrameShapes({ frames }: Protocol, context: TranslationContext): FrameShapes {
  return {
    request: frames?.request === undefined ? undefined : requestView(frames.request, context),
    response: frames?.response === undefined ? undefined : responseView(frames.response, context),
    event: frames?.event === undefined ? undefined : eventView(frames.event, context),
  };
}

function objectOf({ declaration }: FrameRole, context: TranslationContext): ObjectDeclaration | undefined {
  const object = context.source.declarations.get(declaration);
  return object?.kind === "object" ? object : undefined;
}

function property(frame: ObjectDeclaration, wireName: string): Property | undefined {
  return frame.properties.find((candidate) => candidate.wireName === wireName);
}

/** Whether a property takes any JSON, so that a typed value can be put there. */
function takesAnything(frame: ObjectDeclaration, wireName: string): boolean {
  return property(frame, wireName)?.type.kind === "unknown";
}

function isText(frame: ObjectDeclaration, wireName: string): boolean {
  return property(frame, wireName)?.type.kind === "string" && property(frame, wireName)?.presence === "required";
}

/** Whether a frame needs nothing but these keys from whoever sends it. */
function needsOnly(frame: ObjectDeclaration, wireNames: readonly string[]): boolean {
  return frame.properties
    .filter(({ type, presence }) => presence === "required" && type.kind !== "literal")
    .every(({ wireName }) => wireNames.includes(wireName));
}

function requestView(role: RequestFrames, context: TranslationContext): RequestView | undefined {
  const frame = objectOf(role, context);
  const { id, method, params } = role;
  if (frame === undefined || id === undefined || params === undefined) return undefined;
  const canSend =
    needsOnly(frame, [id, method, params]) &&
    takesAnything(frame, params) &&
    isText(frame, id) &&
    isText(frame, method);
  if (!canSend) return undefined;
  return {
    type: typeName(frame, context),
    idProperty: memberName(frame, context, id),
    methodProperty: memberName(frame, context, method),
    paramsProperty: memberName(frame, context, params),
    otherwise: property(frame, params)?.presence === "required" ? " ?? [:]" : "",
  };
}

function responseView(role: ResponseFrames, context: TranslationContext): ResponseView | undefined {
  const frame = objectOf(role, context);
  const { payload } = role;
  if (frame === undefined || payload === undefined || !takesAnything(frame, payload)) return undefined;
  return {
    type: typeName(frame, context),
    key: swiftStringLiteral(payload),
    payloadProperty: memberName(frame, context, payload),
    required: property(frame, payload)?.presence === "required",
  };
}

function eventView(role: EventFrames, context: TranslationContext): EventFrameView | undefined {
  const frame = objectOf(role, context);
  const { event, payload } = role;
  if (frame === undefined || payload === undefined) return undefined;
  if (!takesAnything(frame, payload) || !isText(frame, event)) return undefined;
  return {
    type: typeName(frame, context),
    key: swiftStringLiteral(payload),
    nameProperty: memberName(frame, context, event),
    payloadProperty: memberName(frame, context, payload),
  };
}

function typeName(frame: ObjectDeclaration, context: TranslationContext): string {
  return context.source.declared.of(frame.id).path.join(".");
}

function memberName(frame: ObjectDeclaration, context: TranslationContext, wireName: string): string {
  return escapeKeyword(context.source.declared.members(frame.id).get(wireName) ?? wireName);
}
