import * as v from "valibot";
import { constants, discriminator, mapValues, properties, unknown } from "./schema-reader.js";

function convert(schema) {
  if (schema.const !== undefined) return v.literal(schema.const);
  const values = constants(schema);
  if (values !== undefined) return v.picklist(values);
  if (schema.anyOf !== undefined) return v.variant(discriminator(schema), schema.anyOf.map(convert));
  switch (schema.type) {
    case undefined:
      return v.unknown();
    case "string":
      return schema.minLength === undefined ? v.string() : v.pipe(v.string(), v.minLength(schema.minLength));
    case "boolean":
      return v.boolean();
    case "integer": {
      const bounds = [
        ...(schema.minimum === undefined ? [] : [v.minValue(schema.minimum)]),
        ...(schema.maximum === undefined ? [] : [v.maxValue(schema.maximum)]),
      ];
      return v.pipe(v.number(), v.integer(), ...bounds);
    }
    case "array":
      return v.array(convert(schema.items));
    case "object": {
      const map = mapValues(schema);
      if (map !== undefined) return v.record(v.string(), convert(map));
      const entries = properties(schema).map(({ name, of, required }) => [
        name,
        required ? convert(of) : v.optional(convert(of)),
      ]);
      return v.strictObject(Object.fromEntries(entries));
    }
    default:
      return unknown(schema);
  }
}

/** valibot, with what its documentation would have one write. */
export function createValibot(schemas) {
  return {
    name: "valibot",
    compile: ({ definition }) => {
      const type = convert(schemas[definition]);
      return {
        accept: (value) => v.is(type, value),
        errors: (value) => v.safeParse(type, value, { abortEarly: true }).issues ?? [],
      };
    },
  };
}
