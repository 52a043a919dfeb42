import { jsonSchema } from "./json-schema/index.js";
import { swift } from "./swift/index.js";
import type { Target } from "./target.js";
import { typescript } from "./typescript/index.js";

const known = [jsonSchema, swift, typescript] as const;

/** Every output language, in the order of the summary. */
export const targets: readonly Target[] = known;

/** Each of them with its own name and options. The config's type is made of it. */
export type KnownTarget = (typeof known)[number];
