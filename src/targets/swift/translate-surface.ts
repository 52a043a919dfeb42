import type { DeclarationId, Method, Protocol } from "../../ir/types.js";
import type { JsonObject } from "../../support/json.js";
import { splitWords } from "../../support/split-words.js";
import { findFrameShapes } from "./frame-shapes.js";
import { headingLines } from "./heading.js";
import { fits } from "./layout.js";
import { swiftStringLiteral } from "./literals.js";
import { createNameScope, type NameScope } from "./name-scope.js";
import { escapeKeyword, swiftCaseName } from "./names.js";
import { swiftType } from "./swift-types.js";
import type { TranslationContext } from "./translation-context.js";
import type { EventCaseView, MethodGroupView, MethodView, SurfaceView } from "./surface-view.js";

const SAID_ELSEWHERE: ReadonlySet<string> = new Set(["description", "deprecated", "params", "result", "payload"]);

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
  const scope = createNameScope();
  const groups = new Map<string, { readonly start: readonly string[]; readonly methods: MethodView[] }>();
  for (const method of methods) {
    const types = [payloadType(method.params, context), payloadType(method.result, context)];
    const key = types.join(", ");
    const group = groups.get(key) ?? { start: groupStart(types), methods: [] };
    groups.set(key, group);
    group.methods.push(methodView(method, scope, group.methods.length));
  }
  return [...groups.values()];
}

function groupStart(types: readonly string[]): readonly string[] {
  const line = `extension WireMethod<${types.join(", ")}> {`;
  return fits(line, 0) ? [line] : ["extension WireMethod<", `  ${types.join(", ")}`, "> {"];
}

function methodView(method: Method, scope: NameScope, index: number): MethodView {
  const notes = [method.doc, metadataNote(method.metadata)];
  const lead = headingLines({ notes, deprecated: method.deprecated, warns: true, names: [], depth: 1 });
  return {
    lead,
    spaced: lead.length > 0 && index > 0,
    name: escapeKeyword(scope.take(swiftCaseName(method.name))),
    wireName: swiftStringLiteral(method.name),
  };
}

/** What else the registry says of a method, as one line. For example `Scope: operator.read. Since: 3.` */
function metadataNote(metadata: JsonObject): string | undefined {
  const notes = Object.entries(metadata).flatMap(([key, value]) =>
    SAID_ELSEWHERE.has(key) || value === null || typeof value === "object" ? [] : [`${sentenceCase(key)}: ${value}.`],
  );
  return notes.length === 0 ? undefined : notes.join(" ");
}

function sentenceCase(key: string): string {
  const words = splitWords(key)
    .map((word) => word.toLowerCase())
    .join(" ");
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

function eventCases(protocol: Protocol, context: TranslationContext): readonly EventCaseView[] {
  const scope = createNameScope();
  return protocol.events.map((event) => ({
    lead: headingLines({ notes: [event.doc], deprecated: event.deprecated, warns: false, names: [], depth: 1 }),
    name: escapeKeyword(scope.take(swiftCaseName(event.name))),
    wireName: swiftStringLiteral(event.name),
    type: event.payload === undefined ? "JSONValue?" : payloadType(event.payload, context),
    optional: event.payload === undefined,
  }));
}
