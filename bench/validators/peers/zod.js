import { z } from "zod";
import { constants, discriminator, mapValues, properties, unknown } from "./schema-reader.js";

function convert(schema) {
  if (schema.const !== undefined) return z.literal(schema.const);
  const values = constants(schema);
  if (values !== undefined) return z.enum(values);
  if (schema.anyOf !== undefined) return z.discriminatedUnion(discriminator(schema), schema.anyOf.map(convert));
  switch (schema.type) {
    case undefined:
      return z.unknown();
    case "string":
      return schema.minLength === undefined ? z.string() : z.string().min(schema.minLength);
    case "boolean":
      return z.boolean();
    case "integer": {
      const integer = schema.minimum === undefined ? z.int() : z.int().min(schema.minimum);
      return schema.maximum === undefined ? integer : integer.max(schema.maximum);
    }
    case "array":
      return z.array(convert(schema.items));
    case "object": {
      const map = mapValues(schema);
      if (map !== undefined) return z.record(z.string(), convert(map));
      const entries = properties(schema).map(({ name, of, required }) => [
        name,
        required ? convert(of) : convert(of).optional(),
      ]);
      return z.strictObject(Object.fromEntries(entries));
    }
    default:
      return unknown(schema);
  }
}

/** zod, with what its documentation would have one write. */
export function createZod(schemas) {
  return {
    name: "zod",
    compile: ({ definition }) => {
      const type = convert(schemas[definition]);
      return {
        accept: (value) => type.safeParse(value).success,
        errors: (value) => type.safeParse(value).error?.issues ?? [],
      };
    },
  };
}
