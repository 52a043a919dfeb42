import { TypeCompiler } from "@sinclair/typebox/compiler";
import { Compile } from "typebox/schema";

/** `TypeCompiler` of `@sinclair/typebox` over the registry itself. */
export function createTypebox0(registry) {
  return {
    name: "TypeBox 0.34",
    compile: ({ definition }) => {
      const check = TypeCompiler.Compile(registry[definition]);
      return {
        accept: (value) => check.Check(value),
        errors: (value) => {
          const first = check.Errors(value).First();
          return first === undefined ? [] : [first];
        },
      };
    },
  };
}

/** `Compile` of `typebox` 1.x over the plain schemas. */
export function createTypebox1(schemas) {
  return {
    name: "typebox 1.x",
    compile: ({ definition }) => {
      const check = Compile(schemas[definition]);
      return {
        accept: (value) => check.Check(value),
        errors: (value) => {
          const [valid, errors] = check.Errors(value);
          return valid ? [] : errors;
        },
      };
    },
  };
}
