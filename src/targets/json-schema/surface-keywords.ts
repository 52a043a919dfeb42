import { referenceTo } from "../../json-schema/references.js";
import type { DeclarationId, Event, Method, Protocol } from "../../ir/types.js";
import type { JsonObject, JsonValue } from "../../support/json.js";

/** The protocol's surface: `methods` with their params and results, `events` with their payloads, by name. */
export function surfaceKeywords(protocol: Protocol): JsonObject {
  return {
    methods: Object.fromEntries(protocol.methods.map((method) => [method.name, describeMethod(method)])),
    events: Object.fromEntries(protocol.events.map((event) => [event.name, describeEvent(event)])),
  };
}

function describeMethod(method: Method): JsonObject {
  return withoutUndefined({
    ...described(method),
    params: reference(method.params),
    result: reference(method.result),
  });
}

function describeEvent(event: Event): JsonObject {
  return withoutUndefined({ ...described(event), payload: reference(event.payload) });
}

function described(operation: Method | Event): Readonly<Record<string, JsonValue | undefined>> {
  const { doc, deprecated, metadata } = operation;
  return { ...metadata, description: doc, deprecated: deprecated === undefined ? undefined : true };
}

function reference(target: DeclarationId | undefined): JsonObject | undefined {
  return target === undefined ? undefined : { $ref: referenceTo(target) };
}

function withoutUndefined(members: Readonly<Record<string, JsonValue | undefined>>): JsonObject {
  const kept = Object.entries(members).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const]));
  return Object.fromEntries(kept);
}
