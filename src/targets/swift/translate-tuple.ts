import type { DeclaredTuple } from "./declared-types.js";
import { tupleShape } from "./shape.js";
import { swiftType } from "./swift-types.js";
import { parameters } from "./translate-object.js";
import type { TranslationContext } from "./translation-context.js";
import type { TupleElementView, TupleView } from "./view-model.js";

/** A tuple as a struct with a property per position. For example `[string, number]` → `element1` and `element2`. */
export function tupleView({ type, path }: DeclaredTuple, context: TranslationContext): TupleView {
  const writer = context.writer.inside(path);
  const elements = type.elements.map((element, index): TupleElementView => {
    const valueType = writer.text(swiftType(element, context.source));
    const omitted = index >= type.required;
    return { name: `element${index + 1}`, type: omitted ? `${valueType}?` : valueType, valueType, index, omitted };
  });
  const valueType = type.rest === undefined ? undefined : writer.text(swiftType(type.rest, context.source));
  const rest = valueType === undefined ? undefined : { name: "rest", type: `[${valueType}]`, valueType, empty: "[]" };
  return {
    lead: [],
    name: path.at(-1) ?? "",
    elements,
    rest,
    required: type.required,
    count: elements.length,
    limit: rest === undefined ? String(elements.length) : "nil",
    initializer: parameters(elements, rest),
    shape: tupleShape(
      elements.map((element) => element.valueType),
      type.required,
      rest?.valueType,
    ),
  };
}
