import type { DeclarationId, Method, Protocol } from "../../ir/types.js";
import { definitionPath } from "../../schema-path/schema-path.js";
import type { JsonObject } from "../../support/json.js";
import { splitWords } from "../../support/split-words.js";
import type { LintOptions } from "./lint-config.js";
import type { LintFinding, ProtocolRule } from "./lint-rule.js";

const KEY = "idempotencyKey";

/** A connection may break between a request and its response; the client can repeat the request only if the server knows it again. */
export const idempotencyKey: ProtocolRule = {
  id: "idempotency-key",
  purpose: "Checks that the params of every method with side effects require an `idempotencyKey`.",
  category: "convention",
  default: "error",
  reads: "protocol",
  check: ({ protocol, options, source }) =>
    operations(protocol).flatMap((operation): readonly LintFinding[] => {
      const reason = sideEffects(operation, options.sideEffects);
      const fault = reason === undefined ? undefined : faultOf(protocol, operation.params);
      if (fault === undefined) return [];
      const listed = operation.params === undefined ? source?.listed(operation.name) : undefined;
      const place = listed === undefined || source === undefined ? {} : { location: source.locationOf(listed) };
      return [
        {
          path: operation.params === undefined ? operation.name : definitionPath(operation.params),
          ...place,
          message: `${operation.name} has side effects (${reason}), but ${fault}`,
          help: `Require \`${KEY}: Type.String({ minLength: 1 })\`, or mark the method with \`sideEffects: false\`.`,
        },
      ];
    }),
};

type Operation = Pick<Method, "name" | "params" | "metadata">;

/** The methods; of a registry that lists none, its definitions for params. For example `CronAddParams` stands for `CronAdd`. */
function operations({ methods, declarations }: Protocol): readonly Operation[] {
  if (methods.length > 0) return methods;
  return declarations
    .filter(({ id, origin, kind }) => origin === undefined && kind === "object" && /.Params$/u.test(id))
    .map(({ id }) => ({ name: id.slice(0, -"Params".length), params: id, metadata: {} }));
}

/** Why a method has side effects: as marked, else by its scope, else by its name. Undefined where it has none. */
function sideEffects({ name, metadata }: Operation, { verbs, scopes }: LintOptions["sideEffects"]): string | undefined {
  const mark = metadata["sideEffects"];
  if (typeof mark === "boolean") return mark ? "as marked" : undefined;
  const scope = scopeOf(metadata);
  if (scope !== undefined && scopes.includes(lastPart(scope))) return `its scope is ${scope}`;
  if (scope !== undefined && lastPart(scope) === "read") return undefined;
  const words = splitWords(lastPart(name)).map((word) => word.toLowerCase());
  const verb = [words.at(0), words.at(-1)].find((word) => word !== undefined && verbs.includes(word));
  return verb === undefined ? undefined : `its name says "${verb}"`;
}

function scopeOf(metadata: JsonObject): string | undefined {
  const { scope } = metadata;
  return typeof scope === "string" ? scope : undefined;
}

/** For example `operator.write` → `write`. */
function lastPart(name: string): string {
  return name.split(/[.:/]/u).at(-1) ?? name;
}

function faultOf({ declarations }: Protocol, params: DeclarationId | undefined): string | undefined {
  if (params === undefined) return "its params are not registered";
  const declaration = declarations.find(({ id }) => id === params);
  const properties = declaration?.kind === "object" ? declaration.properties : [];
  const property = properties.find(({ wireName }) => wireName === KEY);
  if (property === undefined) return `its params have no ${KEY}`;
  return property.presence === "required" ? undefined : `its ${KEY} is optional`;
}
