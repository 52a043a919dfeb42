import { stableJson } from "../../support/stable-json.js";
import type { View } from "./view.js";

const MOST = 4;

/** A type in a word or two. For example `string`, `string | integer`, `"a" | "b"`, `one of 3 types`. Null is left out. */
export function describeType({ shape }: View): string {
  switch (shape.kind) {
    case "constants": {
      const values = shape.values.slice(0, MOST).map(stableJson);
      return values.concat(shape.values.length > MOST ? ["…"] : []).join(" | ");
    }
    case "union":
      return `one of ${shape.variants.length} types`;
    case "parts":
      return "a combination";
    case "scalar":
      return shape.types.join(" | ");
    case "other":
      return "a combination";
    default:
      return shape.kind;
  }
}
