import type { DeclarationId, Protocol } from "../../../ir/types.js";
import { capitalise } from "../../../support/capitalise.js";
import { splitWords } from "../../../support/split-words.js";
import { createNameScope, takeNames } from "../../shared/name-scope.js";
import { stringLiteral } from "../literals.js";
import { isUsable, type TypeNames } from "../names.js";
import type { MethodsModuleView } from "./incoming-view.js";
import { readerName } from "./translate-incoming.js";

/** What `methods.hbs` uses under names of its own. */
const TAKEN =
  "readers validators protocol incoming readResult validateRequest validateResponse anything eval arguments exports globalThis";

/** Translates methods into constants. Undefined where there are none. */
export function translateMethods(protocol: Protocol, names: TypeNames): MethodsModuleView | undefined {
  const { methods } = protocol;
  if (methods.length === 0) return undefined;
  const scope = createNameScope(TAKEN.split(" "), (name) => name);
  const constants = takeNames(
    methods.map(({ name }) => name),
    constantName,
    scope,
  );
  const validator = (id: DeclarationId | undefined): string | undefined =>
    id === undefined ? undefined : `validators.validate${names.get(id) ?? id}`;
  return {
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
  if (isUsable(name)) return name;
  return isUsable(`${name}_`) ? `${name}_` : `method${capitalise(name)}`;
}
