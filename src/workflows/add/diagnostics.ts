import { defineDiagnostics } from "../../diagnostics/define-diagnostics.js";

interface AddParameters {
  readonly "invalid-name": { readonly kind: string; readonly name: string };
  readonly "name-taken": { readonly what: string; readonly name: string };
  readonly "invalid-field": { readonly field: string };
  readonly "invalid-fact": { readonly fact: string };
  readonly "unknown-type": {
    readonly field: string;
    readonly type: string;
    readonly suggestion: string | undefined;
  };
  readonly "ambiguous-name": { readonly name: string; readonly file: string };
  readonly "unsupported-registry": { readonly source: string; readonly reason: string };
  readonly "no-handlers": { readonly file: string; readonly reason: string };
}

/** Why a method or an event cannot be added. */
export const addDiagnostics = defineDiagnostics<AddParameters>("add", {
  "invalid-name": {
    severity: "error",
    message: ({ kind, name }) => `"${name}" is no name for ${kind}`,
    help: () => "Names are words of letters and digits with dots or dashes between them, such as `system.echo`.",
  },
  "name-taken": {
    severity: "error",
    message: ({ what, name }) => `The protocol has ${what} "${name}" already`,
    help: () => "Choose another name, or change the one that is there.",
  },
  "invalid-field": {
    severity: "error",
    message: ({ field }) => `"${field}" is no field`,
    help: () => "Fields are written `name:type` with a comma between them; `name?:type` is optional.",
  },
  "invalid-fact": {
    severity: "error",
    message: ({ fact }) => `"${fact}" says nothing about a row`,
    help: () => "Write `--set key=value`, such as `--set scope=operator.read`.",
  },
  "unknown-type": {
    severity: "error",
    message: ({ field, type }) => `The type "${type}" of the field "${field}" is not known`,
    help: ({ suggestion }) =>
      `${suggestion === undefined ? "" : `Did you mean "${suggestion}"? `}A type is string, text, integer, number, ` +
      "boolean, unknown, the name of a schema of the registry's files, several words as in `on|off`, or any of these " +
      "and `[]`.",
  },
  "ambiguous-name": {
    severity: "error",
    message: ({ name, file }) => `${file} calls something else ${name}`,
    help: () => "Rename one of the two; then the schema can be imported.",
  },
  "unsupported-registry": {
    severity: "error",
    message: ({ source, reason }) => `Nothing can be added to ${source}: ${reason}`,
    help: () =>
      "`add` writes into a TypeScript registry whose schemas are an object, with methods and events as an object or " +
      "as a list of names. Add to others by hand.",
  },
  "no-handlers": {
    severity: "error",
    message: ({ file, reason }) => `No handler can be added to ${file}: ${reason}`,
    help: () => "Correct `handlers` in the config: it names a file with an object of handlers by method.",
  },
});
