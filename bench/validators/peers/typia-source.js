import { constants, mapValues, properties, unknown } from "./schema-reader.js";

function convert(schema) {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  const values = constants(schema);
  if (values !== undefined) return values.map((value) => JSON.stringify(value)).join(" | ");
  if (schema.anyOf !== undefined) return schema.anyOf.map(convert).join(" | ");
  switch (schema.type) {
    case undefined:
      return "unknown";
    case "string":
      return schema.minLength === undefined ? "string" : `(string & tags.MinLength<${schema.minLength}>)`;
    case "boolean":
      return "boolean";
    case "integer": {
      const minimum = schema.minimum === undefined ? "" : ` & tags.Minimum<${schema.minimum}>`;
      const maximum = schema.maximum === undefined ? "" : ` & tags.Maximum<${schema.maximum}>`;
      return `(number & tags.Type<"int64">${minimum}${maximum})`;
    }
    case "array":
      return `(${convert(schema.items)})[]`;
    case "object": {
      const map = mapValues(schema);
      if (map !== undefined) return `Record<string, ${convert(map)}>`;
      const members = properties(schema).map(
        ({ name, of, required }) => `${name}${required ? "" : "?"}: ${convert(of)};`,
      );
      return `{ ${members.join(" ")} }`;
    }
    default:
      return unknown(schema);
  }
}

/** The module that typia's own generator turns into validators: types with its tags. */
export function typiaSource(schemas, definitions) {
  const lines = definitions.map(
    (name) =>
      `type ${name} = ${convert(schemas[name])};\n` +
      `export const is${name} = typia.createEquals<${name}>();\n` +
      `export const validate${name} = typia.createValidateEquals<${name}>();`,
  );
  return `import typia, { tags } from "typia";\n${lines.join("\n")}\n`;
}

/** What typia made of it. */
export function createTypia(module) {
  return {
    name: "typia",
    compile: ({ definition }) => {
      const validate = module[`validate${definition}`];
      return {
        accept: module[`is${definition}`],
        errors: (value) => {
          const result = validate(value);
          return result.success ? [] : result.errors;
        },
      };
    },
  };
}
