import type { EnumValue, Protocol } from "../../ir/types.js";
import type { NameScope } from "../shared/name-scope.js";
import { docLines } from "./heading.js";
import type { SwiftOptions } from "./options.js";
import { enumOf } from "./translate-enum.js";
import { surfaceView } from "./translate-surface.js";
import type { TranslationContext } from "./translation-context.js";
import type { ConstantView, EnumView, FileView } from "./view-model.js";

/** What a protocol has beside its models. */
export type ProtocolPart = Pick<FileView, "constants" | "enums" | "surface">;

/** Versions, error codes, methods and events; what they are called is free on the top level, or made so. */
export function protocolPart(protocol: Protocol, context: TranslationContext, topLevel: NameScope): ProtocolPart {
  return {
    constants: constantViews(protocol, context.options),
    enums: listedEnums(protocol, context.options, topLevel),
    surface: surfaceView(protocol, context, topLevel.take("ServerEvent")),
  };
}

/** The version and the minimum versions, named after the version's own constant. */
function constantViews(protocol: Protocol, options: SwiftOptions): readonly ConstantView[] {
  const prefix = options.versionConstant.replace(/PROTOCOL_VERSION$/, "");
  const main = protocol.version === undefined ? [] : [{ name: options.versionConstant, value: protocol.version }];
  const others = protocol.minVersions.map(({ name, value }) => ({ name: `${prefix}${name}`, value }));
  return [...main, ...others].map(({ name, value }) => ({ name, value: String(value) }));
}

/** Enums of what the protocol lists beside its schemas: error codes, methods and events by name. */
function listedEnums(protocol: Protocol, { errorCode }: SwiftOptions, topLevel: NameScope): readonly EnumView[] {
  const lists: readonly (readonly [string, string, readonly EnumValue[]])[] = [
    [errorCode, "The protocol's error codes.", protocol.errorCodes.map((code) => plainValue(code, undefined))],
    [
      "MethodName",
      "The methods that a client may call.",
      protocol.methods.map(({ name, doc }) => plainValue(name, doc)),
    ],
    ["EventName", "The events that a server may send.", protocol.events.map(({ name, doc }) => plainValue(name, doc))],
  ];
  return lists
    .filter(([, , values]) => values.length > 0)
    .map(([name, note, values]) =>
      enumOf({
        name: topLevel.take(name),
        base: "string",
        values,
        open: true,
        lead: docLines([note]),
      }),
    );
}

function plainValue(value: string, doc: string | undefined): EnumValue {
  return { value, doc, deprecated: undefined };
}
