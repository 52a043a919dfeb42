import { type } from "arktype";
import { constants, mapValues, properties, unknown } from "./schema-reader.js";

function convert(schema) {
  if (schema.const !== undefined) return type.unit(schema.const);
  const values = constants(schema);
  if (values !== undefined) return type.enumerated(...values);
  if (schema.anyOf !== undefined) return schema.anyOf.map(convert).reduce((left, right) => left.or(right));
  switch (schema.type) {
    case undefined:
      return type("unknown");
    case "string":
      return schema.minLength === undefined ? type("string") : type(`string >= ${schema.minLength}`);
    case "boolean":
      return type("boolean");
    case "integer": {
      const integer = type("number.integer");
      const atLeast = schema.minimum === undefined ? integer : integer.atLeast(schema.minimum);
      return schema.maximum === undefined ? atLeast : atLeast.atMost(schema.maximum);
    }
    case "array":
      return convert(schema.items).array();
    case "object": {
      const map = mapValues(schema);
      if (map !== undefined) return type({ "[string]": convert(map) });
      const entries = properties(schema).map(({ name, of, required }) => [required ? name : `${name}?`, convert(of)]);
      return type({ "+": "reject", ...Object.fromEntries(entries) });
    }
    default:
      return unknown(schema);
  }
}

/** arktype, with what its documentation would have one write. */
export function createArktype(schemas) {
  return {
    name: "arktype",
    compile: ({ definition }) => {
      const checked = convert(schemas[definition]);
      return {
        accept: (value) => checked.allows(value),
        errors: (value) => {
          const result = checked(value);
          return result instanceof type.errors ? [...result] : [];
        },
      };
    },
  };
}
