import { defineTarget } from "../target.js";
import { jsonSchemaOptions } from "./options.js";
import { translate } from "./translate.js";

/** One draft-07 document with a definition for every registered schema. */
export const jsonSchema = defineTarget({
  name: "json-schema",
  summary: "draft-07 JSON Schema",
  options: jsonSchemaOptions,
  defaultOutput: "protocol.schema.json",
  outputKind: () => "file",
  translate,
});
