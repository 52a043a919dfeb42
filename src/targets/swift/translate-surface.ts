import type { DeclarationId, Method, Protocol } from "../../ir/types.js";
import type { NameScope } from "../shared/name-scope.js";
import { metadataSentence } from "../shared/metadata-sentence.js";
import { findFrameShapes } from "./frame-shapes.js";
import { headingLines } from "./heading.js";
import { swiftStringLiteral } from "./literals.js";
import { escapeKeyword, swiftCaseName, swiftScope } from "./names.js";
import { swiftType } from "./swift-types.js";
import type { TranslationContext } from "./translation-context.js";
import type { EventCaseView, MethodGroupView, MethodView, SurfaceView } from "./view-model.js";

/** The methods and events of a protocol, typed. Undefined where it has none of them. */
export function surfaceView(
  protocol: Protocol,
  context: TranslationContext,
  eventName: string,
): SurfaceView | undefined {
  if (protocol.methods.length === 0 && protocol.events.length === 0) return undefined;
  const frames = findFrameShapes(protocol, context);
  const hasEvents = protocol.events.length > 0;
  return {
    methods: methodGroups(protocol.methods, context),
    event: hasEvents ? { name: eventName, cases: eventCases(protocol, context), frame: frames.event } : undefined,
    request: protocol.methods.length > 0 ? frames.request : undefined,
    response: protocol.methods.length > 0 ? frames.response : undefined,
  };
}

/** Swift's name for the type of a payload; what the registry leaves unsaid is any JSON. */
function payloadType(id: DeclarationId | undefined, context: TranslationContext): string {
  return id === undefined ? "JSONValue" : context.writer.text(swiftType({ kind: "ref", target: id }, context.source));
}

function methodGroups(methods: readonly Method[], context: TranslationContext): readonly MethodGroupView[] {
  const scope = swiftScope();
  const groups = new Map<string, { readonly types: string; readonly methods: MethodView[] }>();
  for (const method of methods) {
    const types = `${payloadType(method.params, context)}, ${payloadType(method.result, context)}`;
    const group = groups.get(types) ?? { types, methods: [] };
    groups.set(types, group);
    group.methods.push(methodView(method, scope, group.methods.length));
  }
  return [...groups.values()];
}

function methodView(method: Method, scope: NameScope, index: number): MethodView {
  const notes = [method.doc, metadataSentence(method.metadata)];
  const lead = headingLines({ notes, deprecated: method.deprecated, warns: true, names: [] });
  return {
    lead,
    spaced: lead.length > 0 && index > 0,
    name: escapeKeyword(scope.take(swiftCaseName(method.name))),
    wireName: swiftStringLiteral(method.name),
  };
}

function eventCases(protocol: Protocol, context: TranslationContext): readonly EventCaseView[] {
  const scope = swiftScope();
  return protocol.events.map((event) => ({
    lead: headingLines({ notes: [event.doc], deprecated: event.deprecated, warns: false, names: [] }),
    name: escapeKeyword(scope.take(swiftCaseName(event.name))),
    wireName: swiftStringLiteral(event.name),
    type: event.payload === undefined ? "JSONValue?" : payloadType(event.payload, context),
    optional: event.payload === undefined,
  }));
}
