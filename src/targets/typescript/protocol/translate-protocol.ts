import type { DeclarationId, Event, Method, Protocol } from "../../../ir/types.js";
import type { VersionConstant } from "../../../registry/registry.js";
import { metadataSentence } from "../../shared/metadata-sentence.js";
import { docComment } from "../doc-comment.js";
import { printList } from "../layout/print-type.js";
import { memberKey, propertyKey, stringLiteral } from "../literals.js";
import type { TypeNames } from "../names.js";
import type { EventView, MethodView, NegotiationView, ProtocolView } from "./protocol-view.js";

/** Translates what a protocol says besides its types: versions, error codes, methods and events. */
export function translateProtocol(protocol: Protocol, names: TypeNames): ProtocolView {
  const { methods, events, errorCodes } = protocol;
  const typed = [...methods.flatMap(({ params, result }) => [params, result]), ...events.map(({ payload }) => payload)];
  return {
    usesTypes: typed.some((id) => id !== undefined),
    versions: versions(protocol).map(({ name, value }) => ({ name, value: String(value) })),
    negotiation: negotiation(protocol),
    errorCodes:
      errorCodes.length === 0
        ? undefined
        : errorCodes.map((code) => ({ key: memberKey(code), value: stringLiteral(code) })),
    methods:
      methods.length === 0
        ? undefined
        : {
            list: printList("METHODS", literals(methods)),
            entries: methods.map((method) => methodView(method, names)),
          },
    events:
      events.length === 0
        ? undefined
        : { list: printList("EVENTS", literals(events)), entries: events.map((event) => eventView(event, names)) },
  };
}

function versions({ version, minVersions }: Protocol): readonly VersionConstant[] {
  return version === undefined ? minVersions : [{ name: "PROTOCOL_VERSION", value: version }, ...minVersions];
}

/** With several minimums the strictest one holds for whoever does not choose. */
function negotiation({ version, minVersions }: Protocol): NegotiationView | undefined {
  if (version === undefined) return undefined;
  const [strictest] = minVersions.toSorted((left, right) => right.value - left.value);
  return { oldest: strictest?.name ?? "PROTOCOL_VERSION" };
}

function literals(named: readonly { readonly name: string }[]): readonly string[] {
  return named.map(({ name }) => stringLiteral(name));
}

function methodView(method: Method, names: TypeNames): MethodView {
  const params = typeOf(method.params, names);
  const result = typeOf(method.result, names);
  return { comment: surfaceComment(method), key: propertyKey(method.name), params, result };
}

function eventView(event: Event, names: TypeNames): EventView {
  return { comment: surfaceComment(event), key: propertyKey(event.name), payload: typeOf(event.payload, names) };
}

/** What has no schema can be anything, and nothing of it is checked. */
function typeOf(id: DeclarationId | undefined, names: TypeNames): string {
  const name = id === undefined ? undefined : names.get(id);
  return name === undefined ? "unknown" : `types.${name}`;
}

function surfaceComment({ doc, deprecated, metadata }: Method | Event): readonly string[] {
  const tags = deprecated === undefined ? [] : [`@deprecated ${deprecated.reason ?? ""}`];
  const facts = metadataSentence(metadata);
  return docComment({ prose: doc, remarks: facts === undefined ? [] : [facts], tags });
}
