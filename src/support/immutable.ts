import type { JsonObject } from "./json.js";

/** The same value that nobody may change, down to its last part; JSON is so already. For example `Immutable<{ a: string[] }>`. */
export type Immutable<Value> = Value extends object
  ? JsonObject extends Value
    ? Value
    : { readonly [Key in keyof Value]: Immutable<Value[Key]> }
  : Value;
