/** The generated validators themselves. */
export function createOurs(module) {
  return {
    name: "typewire",
    compile: ({ definition }) => {
      const validate = module[`validate${definition}`];
      return {
        accept: module[`is${definition}`],
        errors: (value) => (validate(value) ? [] : validate.errors),
        allErrors: (value) => (validate(value, { allErrors: true }) ? [] : validate.errors),
      };
    },
  };
}
