import type { JsonValue } from "../../../../support/json.js";
import { ALWAYS, and, atom, type Check, NEVER, or } from "../check.js";
import type { Emission } from "../emission.js";
import { formatHelper } from "../formats.js";
import { stringLiteral, valueLiteral } from "../literals.js";
import { constantsOf } from "../node-facts.js";
import type { TypeName } from "../../../../json-schema/schema.js";
import type { SchemaNode } from "../schema-node.js";

/** What `type`, `const`, `enum` and the keywords of strings and numbers say of `value`. */
export function scalarCheck(node: SchemaNode, value: string, emission: Emission): Check {
  if (node.never) return NEVER;
  const constants = constantsOf(node);
  const types = constants === undefined ? node.type : undefined;
  return and([
    types === undefined ? ALWAYS : typeCheck(types, value, emission),
    guarded(types, "string", value, and(stringChecks(node, value, emission))),
    guarded(types, "number", value, and(numberChecks(node, value, emission))),
    constants === undefined ? ALWAYS : constantCheck(constants, value, emission),
  ]);
}

/** Whether `value` is of one of the types. */
export function typeCheck(types: readonly TypeName[], value: string, emission: Emission): Check {
  const wanted = types.includes("number") ? types.filter((type) => type !== "integer") : types;
  return or(wanted.map((type) => singleTypeCheck(type, value, emission)));
}

/** Whether `value` equals one of the constants. */
export function constantCheck(constants: readonly JsonValue[], value: string, emission: Emission): Check {
  return or(
    constants.map((constant) =>
      typeof constant === "object" && constant !== null
        ? atom(`${emission.use("equal")}(${value}, ${valueLiteral(constant)})`)
        : atom(`${value} === ${valueLiteral(constant)}`, `${value} !== ${valueLiteral(constant)}`),
    ),
  );
}

/** The keywords of strings, one check each, of a value that is known to be one. */
function stringChecks(node: SchemaNode, value: string, emission: Emission): readonly Check[] {
  return [minLengthCheck(node, value, emission), maxLengthCheck(node, value, emission)]
    .concat(node.pattern === undefined ? [] : atom(`${emission.pattern(node.pattern)}.test(${value})`))
    .concat(stringFormatCheck(node, value, emission))
    .filter((check) => check !== ALWAYS);
}

/** The keywords of numbers, one check each, of a value that is known to be one. */
export function numberChecks(node: SchemaNode, value: string, emission: Emission): readonly Check[] {
  return [
    compare(value, ">=", "<", node.minimum),
    compare(value, "<=", ">", node.maximum),
    compare(value, ">", "<=", node.exclusiveMinimum),
    compare(value, "<", ">=", node.exclusiveMaximum),
    multipleCheck(node, value, emission),
  ].filter((check) => check !== ALWAYS);
}

/** A length of at least `minLength` code points. */
export function minLengthCheck({ minLength }: SchemaNode, value: string, emission: Emission): Check {
  if (minLength === undefined) return ALWAYS;
  if (minLength <= 1) return atom(`${value} !== ""`, `${value} === ""`);
  return atom(`${emission.use("atLeast")}(${value}, ${minLength})`);
}

/** A length of at most `maxLength` code points. */
export function maxLengthCheck({ maxLength }: SchemaNode, value: string, emission: Emission): Check {
  if (maxLength === undefined) return ALWAYS;
  if (maxLength < 1) return atom(`${value} === ""`, `${value} !== ""`);
  return atom(`${emission.use("atMost")}(${value}, ${maxLength})`);
}

function stringFormatCheck({ format }: SchemaNode, value: string, emission: Emission): Check {
  const check = format === undefined ? undefined : formatHelper(format);
  return check === undefined ? ALWAYS : atom(`${emission.use(check)}(${value})`);
}

function multipleCheck({ multipleOf }: SchemaNode, value: string, emission: Emission): Check {
  if (multipleOf === undefined) return ALWAYS;
  if (Number.isInteger(multipleOf)) return atom(`${value} % ${multipleOf} === 0`, `${value} % ${multipleOf} !== 0`);
  return atom(`${emission.use("multiple")}(${value}, ${multipleOf})`);
}

function compare(value: string, operator: string, opposite: string, limit: number | undefined): Check {
  return limit === undefined ? ALWAYS : atom(`${value} ${operator} ${limit}`, `${value} ${opposite} ${limit}`);
}

/** A check of one type only, beside what other types are allowed. */
function guarded(
  types: readonly TypeName[] | undefined,
  type: "string" | "number",
  value: string,
  check: Check,
): Check {
  if (check === ALWAYS) return ALWAYS;
  const own = types?.filter((name) => name === type || (type === "number" && name === "integer"));
  if (own?.length === 0) return ALWAYS;
  if (own !== undefined && own.length === types?.length) return check;
  return or([atom(`typeof ${value} !== ${stringLiteral(type)}`, `typeof ${value} === ${stringLiteral(type)}`), check]);
}

function singleTypeCheck(type: TypeName, value: string, emission: Emission): Check {
  switch (type) {
    case "null":
      return atom(`${value} === null`, `${value} !== null`);
    case "boolean":
    case "string":
      return atom(`typeof ${value} === "${type}"`, `typeof ${value} !== "${type}"`);
    case "integer":
      return atom(`${emission.use("whole")}(${value})`);
    case "number":
      return atom(`${emission.use("finite")}(${value})`);
    case "array":
      return atom(`Array.isArray(${value})`);
    case "object":
      return atom(`${emission.use("record")}(${value})`);
  }
}
