import { isRecord } from "../../../support/json.js";

/** An error as validators report it: AJV's shape. */
export interface Fault {
  /** A JSON pointer into the value. For example `/params/message`. */
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message: string;
}

/** What a validator left in `errors`. */
export function faultsOf(errors: unknown): readonly Fault[] {
  return Array.isArray(errors) ? errors.filter(isFault) : [];
}

function isFault(value: unknown): value is Fault {
  return isRecord(value) && typeof value["instancePath"] === "string" && isRecord(value["params"]);
}
