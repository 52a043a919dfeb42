import { atom, type Check } from "./check.js";
import type { Emission } from "./emission.js";
import { stringLiteral } from "./literals.js";

/** A property of an object. For example `v["id"]`. */
export function member(object: string, key: string): string {
  return `${object}[${stringLiteral(key)}]`;
}

/** Whether an object has a property with a value: every object seems to have what `Object.prototype` has. */
export function hasProperty(object: string, key: string, emission: Emission): Check {
  if (key in Object.prototype) return atom(`${emission.use("owns")}(${object}, ${stringLiteral(key)})`);
  return atom(`${member(object, key)} !== undefined`, `${member(object, key)} === undefined`);
}
