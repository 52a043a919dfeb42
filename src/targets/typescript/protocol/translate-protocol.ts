import type { DeclarationId, Event, Method, Protocol } from "../../../ir/types.js";
import type { VersionConstant } from "../../../registry/registry.js";
import { metadataSentence } from "../../shared/metadata-sentence.js";
import type { TargetContext } from "../../target.js";
import { docComment } from "../doc-comment.js";
import { printList, printValuesType } from "../layout/print-type.js";
import { memberKey, propertyKey, stringLiteral } from "../literals.js";
import type { TypeNames } from "../names.js";
import { nameProtocol } from "./name-protocol.js";
import type { ErrorCodesView, EventView, MethodView, NegotiationView, ProtocolView } from "./protocol-view.js";

/** Translates what a protocol says besides its types: versions, error codes, methods and events. */
export function translateProtocol(
  protocol: Protocol,
  names: TypeNames,
  context: Pick<TargetContext, "names" | "diagnostics">,
): ProtocolView {
  const { methods, events } = protocol;
  const { errorCode, versions } = nameProtocol(protocol, context);
  const typed = [...methods.flatMap(({ params, result }) => [params, result]), ...events.map(({ payload }) => payload)];
  return {
    usesTypes: typed.some((id) => id !== undefined),
    reads: protocol.frames !== undefined || methods.length + events.length > 0,
    versions: versions.map(({ name, value }) => ({ name, value: String(value) })),
    negotiation: protocol.version === undefined ? undefined : negotiation(versions),
    errorCodes: protocol.errorCodes.length === 0 ? undefined : errorCodesView(protocol.errorCodes, errorCode),
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

/** With several minimums the strictest one holds for whoever does not choose. */
function negotiation([version, ...minimums]: readonly VersionConstant[]): NegotiationView | undefined {
  if (version === undefined) return undefined;
  const [strictest = version] = minimums.toSorted((left, right) => right.value - left.value);
  return { newest: version.name, oldest: strictest.name };
}

function errorCodesView(codes: readonly string[], name: string): ErrorCodesView {
  const entries = codes.map((code) => ({ key: memberKey(code), value: stringLiteral(code) }));
  return { name, entries, type: printValuesType(name) };
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
