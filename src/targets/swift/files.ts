import type { EnumValue, Protocol } from "../../ir/types.js";
import { compareCodeUnits } from "../../support/compare-code-units.js";
import { type RenderUnit, template } from "../target.js";
import { versionConstants } from "../version-constants.js";
import { areasOf, OTHER_AREA } from "./areas.js";
import { docLines } from "./doc-lines.js";
import { takeProtocolName } from "./protocol-name.js";
import { enumOf } from "./translate-enum.js";
import { childView, topLevelName } from "./translate-declaration.js";
import { surfaceView } from "./translate-surface.js";
import type { TranslationContext } from "./translation-context.js";
import type { ConstantView, DeclarationView, EnumView, FileView } from "./view-model.js";

const unit = template<FileView>("models", "none");

/** The files of a protocol: one, or one per area beside one for the protocol itself and one for the runtime. */
export function filesOf(
  protocol: Protocol,
  context: TranslationContext,
  secondNames: ReadonlyMap<string, string>,
): readonly RenderUnit[] {
  const models = modelFiles(context);
  const whole = protocolPart(protocol, context);
  const base = { access: context.options.access, header: headerLines(protocol) };
  const names = [...secondNames].map(([name, second]) => ({ name: second, type: name }));
  if (context.options.files === "single") {
    const declarations = [...models.values()].flat();
    return [unit("", { ...base, ...whole, declarations, secondNames: names, runtime: true })];
  }
  const empty = {
    ...base,
    constants: [],
    enums: [],
    declarations: [],
    surface: undefined,
    secondNames: [],
    runtime: false,
  };
  return [
    ...[...models].map(([name, declarations]) => unit(`${name}.swift`, { ...empty, declarations })),
    unit("Protocol.swift", { ...empty, ...whole, secondNames: names }),
    unit("Runtime.swift", { ...empty, runtime: true }),
  ];
}

function headerLines({ title }: Protocol): readonly string[] {
  return title === undefined ? [] : docLines([title], 0).map((line) => line.slice(1));
}

/** The models by file, in code-unit order of the files; all in one where there are no areas. */
function modelFiles(context: TranslationContext): ReadonlyMap<string, readonly DeclarationView[]> {
  const types = context.source.declared.nested(undefined);
  const views = types.map((type) => ({ name: topLevelName(type, context), view: childView(type, context) }));
  if (context.options.files === "single") return new Map([[OTHER_AREA, views.map(({ view }) => view)]]);
  const areas = areasOf(views.map(({ name }) => name));
  const files = [...new Set(areas.values())].toSorted(compareCodeUnits);
  return new Map(
    files.map((file) => [file, views.filter(({ name }) => areas.get(name) === file).map(({ view }) => view)]),
  );
}

/** What a protocol has beside its models. */
function protocolPart(
  protocol: Protocol,
  context: TranslationContext,
): Pick<FileView, "constants" | "enums" | "surface"> {
  return {
    constants: constantViews(protocol, context),
    enums: listedEnums(protocol, context),
    surface: surfaceView(protocol, context, context.topLevel.take("ServerEvent")),
  };
}

/** The version and the minimum versions, named after the version's own constant. */
function constantViews(protocol: Protocol, context: TranslationContext): readonly ConstantView[] {
  const constants = versionConstants(protocol, context.names.versionConstant ?? "GATEWAY_PROTOCOL_VERSION");
  return constants.map(({ name, value }) => ({
    name: takeProtocolName(name, "versionConstant", context),
    value: String(value),
  }));
}

/** Enums of what the protocol lists beside its schemas: error codes, methods and events by name. */
function listedEnums(protocol: Protocol, context: TranslationContext): readonly EnumView[] {
  const { names, topLevel, options } = context;
  const lists = [
    {
      take: () => takeProtocolName(names.errorCode ?? "ErrorCode", "errorCode", context),
      note: "The protocol's error codes.",
      values: protocol.errorCodes.map((code) => plainValue(code, undefined)),
    },
    {
      take: () => topLevel.take("MethodName"),
      note: "The methods that a client may call.",
      values: protocol.methods.map(({ name, doc }) => plainValue(name, doc)),
    },
    {
      take: () => topLevel.take("EventName"),
      note: "The events that a server may send.",
      values: protocol.events.map(({ name, doc }) => plainValue(name, doc)),
    },
  ];
  return lists
    .filter(({ values }) => values.length > 0)
    .map(({ take, note, values }) =>
      enumOf({
        name: take(),
        base: "string",
        values,
        open: true,
        lead: docLines([note], 0),
        depth: 1,
        access: options.access,
      }),
    );
}

function plainValue(value: string, doc: string | undefined): EnumValue {
  return { value, doc, deprecated: undefined };
}
