import { Ajv } from "ajv";
import addFormats from "ajv-formats";

/** AJV as it is mostly used: compiled at run time, the first error. */
export function createAjv(schemas) {
  const first = new Ajv({ strict: false });
  const all = new Ajv({ strict: false, allErrors: true });
  addFormats(first);
  addFormats(all);
  return {
    name: "ajv",
    compile: ({ definition }) => {
      const validate = first.compile(schemas[definition]);
      const validateAll = all.compile(schemas[definition]);
      return {
        accept: validate,
        errors: (value) => (validate(value) ? [] : validate.errors),
        allErrors: (value) => (validateAll(value) ? [] : validateAll.errors),
      };
    },
  };
}

/** AJV's code, generated beforehand. */
export function createAjvStandalone(module) {
  return {
    name: "ajv standalone",
    compile: ({ definition }) => {
      const validate = module[`v${definition}`];
      return { accept: validate, errors: (value) => (validate(value) ? [] : validate.errors) };
    },
  };
}
