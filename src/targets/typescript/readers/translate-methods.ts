import type { DeclarationId, Protocol } from "../../../ir/types.js";
import { capitalise } from "../../../support/capitalise.js";
import { splitWords } from "../../../support/split-words.js";
import { distinctNames } from "../../shared/spell-out.js";
import { stringLiteral } from "../literals.js";
import { isUsable, type TypeNames } from "../names.js";
import type { MethodsModuleView } from "./incoming-view.js";
import { readerName } from "./translate-incoming.js";

/** What `methods.hbs` uses under names of its own. */
const TAKEN: ReadonlySet<string> = new Set(
  (
    "readers validators protocol incoming readResult validateRequest validateResponse anything eval arguments exports " +
    "globalThis"
  ).split(" "),
);

/** Translates methods into constants. Undefined where there are none. */
export function translateMethods(protocol: Protocol, names: TypeNames): MethodsModuleView | undefined {
  const { methods } = protocol;
  const [first] = methods;
  if (first === undefined) return undefined;
  const { names: constants } = distinctNames(
    methods.map(({ name }) => name),
    { textOf: String, nameOf: (method, form = method) => constantName(form), key: String },
  );
  const validator = (id: DeclarationId | undefined): string | undefined =>
    id === undefined ? undefined : `validators.validate${names.get(id) ?? id}`;
  return {
    example: constants.get(first.name) ?? "",
    methods: methods.map(({ name, params, result }) => ({
      name: constants.get(name) ?? "",
      method: stringLiteral(name),
      result: readerName(result, names),
      paramsValidator: validator(params),
      resultValidator: validator(result),
    })),
    usesAnything: methods.some(({ result }) => result === undefined),
  };
}

/** For example `chat.send` → `chatSend`; what is no name gets a bar: `delete` → `delete_`. */
function constantName(method: string): string {
  const [first = "method", ...others] = splitWords(method);
  const name = first.toLowerCase() + others.map(capitalise).join("");
  if (isUsable(name) && !TAKEN.has(name)) return name;
  return isUsable(`${name}_`) ? `${name}_` : `method${capitalise(name)}`;
}
