import { jsonSchema } from "./json-schema/index.js";
import { swift } from "./swift/index.js";
import type { Target } from "./target.js";
import { typescript } from "./typescript/index.js";

/** Every output language, in the order of the summary. */
export const targets: readonly Target[] = [jsonSchema, swift, typescript];
