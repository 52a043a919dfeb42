import type { TablesView } from "../tables/tables-view.js";

/** What `ajv.hbs` prints: every registered schema, and a validator of it that AJV makes when it is first called. */
export interface AjvView {
  /** Whether a schema has a `format`, which AJV leaves to another package. */
  readonly usesFormats: boolean;
  readonly validators: readonly AjvValidatorView[];
  readonly tables: TablesView | undefined;
}

/** For example `{ name: "CronJob", schema: '{ "type": "object" }' }`. */
export interface AjvValidatorView {
  readonly name: string;
  /** The schema as a TypeScript expression, with the definitions that its references lead to. */
  readonly schema: string;
}
