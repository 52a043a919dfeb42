import { unreachable } from "../../../support/invariant.js";
import type { TsType } from "./ts-type.js";

/** A type on one line, however long. For example `(string | null)[]`. */
export function printFlat(type: TsType): string {
  switch (type.kind) {
    case "named":
    case "reference":
      return type.text;
    case "array":
      return type.element.kind === "union" ? `(${printFlat(type.element)})[]` : `${printFlat(type.element)}[]`;
    case "union":
      return type.members.map(printFlat).join(" | ");
    case "tuple": {
      const elements = type.elements.map((element, index) => printElement(element, index < type.required));
      const rest = type.rest === undefined ? [] : [`...${printFlat({ kind: "array", element: type.rest })}`];
      return `[${[...elements, ...rest].join(", ")}]`;
    }
    case "record":
      return type.form === "generic"
        ? `Record<string, ${printFlat(type.values)}>`
        : `{ [key: string]: ${printFlat(type.values)} }`;
    default:
      return unreachable(type);
  }
}

function printElement(element: TsType, isRequired: boolean): string {
  if (isRequired) return printFlat(element);
  return element.kind === "union" ? `(${printFlat(element)})?` : `${printFlat(element)}?`;
}
