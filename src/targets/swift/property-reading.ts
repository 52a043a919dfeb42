import type { Property } from "../../ir/types.js";
import { swiftLiteral } from "./literals.js";
import type { SwiftType } from "./swift-types.js";
import type { TypeWriter } from "./type-writer.js";
import type { ReadView } from "./view-model.js";

/** Readers of one property by a method of their own: no generic code, no type to pass. */
const SIMPLE: Readonly<Record<string, string>> = {
  string: "string",
  int: "int",
  double: "double",
  bool: "bool",
  json: "json",
};
const OPTIONAL_SIMPLE: Readonly<Record<string, string>> = {
  string: "optionalString",
  int: "optionalInt",
  double: "optionalDouble",
  bool: "optionalBool",
  json: "optionalJSON",
};

/** The Swift type of a property, absence included. For example `Nullable<String>?`. */
export function propertyTypeText(presence: Property["presence"], type: SwiftType, writer: TypeWriter): string {
  if (presence === "required") return writer.text(type);
  return type.kind === "optional" ? `Nullable<${writer.text(type.wrapped)}>?` : `${writer.text(type)}?`;
}

/** Which method of the runtime's reader reads a property. For example `{ method: "array", arguments: ", of: String.self" }`. */
export function propertyRead(property: Property, type: SwiftType, writer: TypeWriter): ReadView {
  const isOptional = property.presence === "optional";
  const constant = property.type.kind === "nullable" ? property.type.inner : property.type;
  if (constant.kind === "literal" && (isOptional || type.kind === "optional")) {
    const method = type.kind === "optional" ? "nullableConstant" : "constant";
    const read = type.kind === "optional" ? type.wrapped : type;
    const expected = `, ${swiftLiteral(constant.value)}, ${writer.text(read)}.self`;
    return plainRead(isOptional ? `optional${method.replace(/^./, (first) => first.toUpperCase())}` : method, expected);
  }
  const simple = (isOptional ? OPTIONAL_SIMPLE : SIMPLE)[type.kind];
  if (simple !== undefined) return { method: simple, arguments: "", throws: false };
  switch (type.kind) {
    case "array":
      return plainRead(isOptional ? "optionalArray" : "array", `, of: ${writer.text(type.items)}.self`);
    case "map":
      return plainRead(isOptional ? "optionalDictionary" : "dictionary", `, of: ${writer.text(type.values)}.self`);
    case "optional":
      return plainRead(isOptional ? "optionalNullable" : "nullable", `, ${writer.text(type.wrapped)}.self`);
    default:
      if (isOptional) return plainRead("optional", `, ${writer.text(type)}.self`);
      return { method: "model", arguments: `, ${writer.text(type)}.self`, throws: true };
  }
}

function plainRead(method: string, argumentText: string): ReadView {
  return { method, arguments: argumentText, throws: false };
}
