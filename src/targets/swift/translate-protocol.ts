import type { EnumValue, Protocol } from "../../ir/types.js";
import { versionConstants } from "../shared/version-constants.js";
import { docLines } from "./heading.js";
import { type ProtocolNaming, takeProtocolName } from "./protocol-name.js";
import { enumOf } from "./translate-enum.js";
import { surfaceView } from "./translate-surface.js";
import type { TranslationContext } from "./translation-context.js";
import type { ConstantView, EnumView, FileView } from "./view-model.js";

/** What a protocol has beside its models. */
export type ProtocolPart = Pick<FileView, "constants" | "enums" | "surface">;

/** Versions, error codes, methods and events; what they are called is free on the top level, or made so. */
export function protocolPart(protocol: Protocol, context: TranslationContext, naming: ProtocolNaming): ProtocolPart {
  return {
    constants: constantViews(protocol, naming),
    enums: listedEnums(protocol, naming),
    surface: surfaceView(protocol, context, naming.topLevel.take("ServerEvent")),
  };
}

/** The version and the minimum versions, named after the version's own constant. */
function constantViews(protocol: Protocol, naming: ProtocolNaming): readonly ConstantView[] {
  const { versionConstant = "GATEWAY_PROTOCOL_VERSION" } = naming.names;
  return versionConstants(protocol, versionConstant).map(({ name, value }) => ({
    name: takeProtocolName(name, "versionConstant", naming),
    value: String(value),
  }));
}

/** Enums of what the protocol lists beside its schemas: error codes, methods and events by name. */
function listedEnums(protocol: Protocol, naming: ProtocolNaming): readonly EnumView[] {
  const { errorCode = "ErrorCode" } = naming.names;
  const lists = [
    {
      take: () => takeProtocolName(errorCode, "errorCode", naming),
      note: "The protocol's error codes.",
      values: protocol.errorCodes.map((code) => plainValue(code, undefined)),
    },
    {
      take: () => naming.topLevel.take("MethodName"),
      note: "The methods that a client may call.",
      values: protocol.methods.map(({ name, doc }) => plainValue(name, doc)),
    },
    {
      take: () => naming.topLevel.take("EventName"),
      note: "The events that a server may send.",
      values: protocol.events.map(({ name, doc }) => plainValue(name, doc)),
    },
  ];
  return lists
    .filter(({ values }) => values.length > 0)
    .map(({ take, note, values }) =>
      enumOf({ name: take(), base: "string", values, open: true, lead: docLines([note]) }),
    );
}

function plainValue(value: string, doc: string | undefined): EnumValue {
  return { value, doc, deprecated: undefined };
}
