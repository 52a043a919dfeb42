import { closedObjects } from "./closed-objects.js";
import { duplicateId } from "./duplicate-id.js";
import { frameDiscriminator } from "./frame-discriminator.js";
import { idempotencyKey } from "./idempotency-key.js";
import type { LintRule } from "./lint-rule.js";
import { nonEmptyIds } from "./non-empty-ids.js";
import { optionalSpread } from "./optional-spread.js";
import { regexpPattern } from "./regexp-pattern.js";
import { schemaMapped } from "./schema-mapped.js";
import { schemaRegistered } from "./schema-registered.js";
import { sinceDeclared } from "./since-declared.js";
import { typeExported } from "./type-exported.js";

/** Every lint rule, in the order of `typewire rules`. */
export const lintRules: readonly LintRule[] = [
  closedObjects,
  nonEmptyIds,
  frameDiscriminator,
  idempotencyKey,
  sinceDeclared,
  schemaMapped,
  schemaRegistered,
  typeExported,
  optionalSpread,
  regexpPattern,
  duplicateId,
];
