import type { Protocol } from "../../ir/types.js";
import { compareCodeUnits } from "../../support/compare-code-units.js";
import { areasOf } from "../shared/areas.js";
import { type RenderUnit, template } from "../target.js";
import { docLines } from "./heading.js";
import { finishSwift } from "./lines.js";
import type { SwiftOptions } from "./options.js";
import type { ModelView } from "./translate-declaration.js";
import type { ProtocolPart } from "./translate-protocol.js";
import type { FileView, SecondNameView } from "./view-model.js";

/** Everything that the files of a protocol hold besides the runtime. */
export interface FileParts {
  readonly title: Protocol["title"];
  readonly options: SwiftOptions;
  readonly models: readonly ModelView[];
  readonly beside: ProtocolPart;
  readonly secondNames: readonly SecondNameView[];
}

const printed = template<FileView>("models", "none");

/** The files of a protocol: one, or one per area beside one for the protocol itself and one for the runtime. */
export function filesOf({ title, options, models, beside, secondNames }: FileParts): readonly RenderUnit[] {
  const nothing: FileView = {
    header: title === undefined ? [] : docLines([title]).map((line) => line.slice(1)),
    storage: options.properties,
    settable: options.properties === "var",
    constants: [],
    enums: [],
    declarations: [],
    surface: undefined,
    identifiable: [],
    secondNames: [],
    runtime: false,
    foundation: false,
  };
  const access = options.access === "internal" ? "" : `${options.access} `;
  const finish = (text: string): string => finishSwift(text, access);
  const unit = (path: string, view: FileView): RenderUnit => ({ ...printed(path, view), finish });
  if (options.files === "single") {
    const { foundation } = options;
    return [unit("", { ...nothing, ...beside, ...modelsPart(models), secondNames, runtime: true, foundation })];
  }
  const areas = areasOf(models.map(({ name }) => name));
  const files = [...new Set(areas.values())].toSorted(compareCodeUnits);
  const modelsIn = (file: string) => modelsPart(models.filter(({ name }) => areas.get(name) === file));
  return [
    ...files.map((file) => unit(`${file}.swift`, { ...nothing, ...modelsIn(file) })),
    unit("Protocol.swift", { ...nothing, ...beside, secondNames }),
    unit("Runtime.swift", { ...nothing, runtime: true }),
    ...(options.foundation ? [unit("RuntimeFoundation.swift", { ...nothing, foundation: true })] : []),
  ];
}

function modelsPart(models: readonly ModelView[]): Pick<FileView, "declarations" | "identifiable"> {
  return {
    declarations: models.map(({ view }) => view),
    identifiable: models.flatMap(({ identifiable }) => identifiable),
  };
}
