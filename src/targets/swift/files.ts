import type { EnumValue, Protocol } from "../../ir/types.js";
import type { RenderUnit } from "../target.js";
import { docLines } from "./doc-lines.js";
import { enumOf } from "./translate-enum.js";
import { declarationViews } from "./translate-declaration.js";
import { surfaceView } from "./translate-surface.js";
import type { TranslationContext } from "./translation-context.js";
import type { ConstantView, EnumView, FileView } from "./view-model.js";

/** The files of a protocol. */
export function filesOf(
  protocol: Protocol,
  context: TranslationContext,
  secondNames: ReadonlyMap<string, string>,
): readonly RenderUnit[] {
  const declarations = declarationViews(undefined, context);
  const view: FileView = {
    access: context.options.access,
    header: protocol.title === undefined ? [] : docLines([protocol.title], 0).map((line) => line.slice(1)),
    constants: constantViews(protocol, context),
    enums: listedEnums(protocol, context),
    declarations,
    surface: surfaceView(protocol, context, context.topLevel.take("ServerEvent")),
    secondNames: [...secondNames].map(([name, second]) => ({ name: second, type: name })),
    runtime: true,
  };
  return [{ path: "", template: "models", view, format: "none" }];
}

/** The version and the minimum versions, named after the version's own constant. */
function constantViews(protocol: Protocol, { options }: TranslationContext): readonly ConstantView[] {
  const prefix = options.versionConstant.replace(/PROTOCOL_VERSION$/, "");
  const main = protocol.version === undefined ? [] : [{ name: options.versionConstant, value: protocol.version }];
  const others = protocol.minVersions.map(({ name, value }) => ({ name: `${prefix}${name}`, value }));
  return [...main, ...others].map(({ name, value }) => ({ name, value: String(value) }));
}

/** Enums of what the protocol lists beside its schemas: error codes, methods and events by name. */
function listedEnums(protocol: Protocol, context: TranslationContext): readonly EnumView[] {
  const { access, errorCode } = context.options;
  const lists: readonly (readonly [string, string, readonly EnumValue[]])[] = [
    [errorCode, "The protocol's error codes.", protocol.errorCodes.map(plainValue)],
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
        name: context.topLevel.take(name),
        base: "string",
        values,
        open: true,
        lead: docLines([note], 0),
        depth: 1,
        access,
      }),
    );
}

function plainValue(value: string, doc?: string | number): EnumValue {
  return { value, doc: typeof doc === "string" ? doc : undefined, deprecated: undefined };
}
