import { constantSame } from "./constant-same.js";
import { declarationNew } from "./declaration-new.js";
import { declarationNoDelete } from "./declaration-no-delete.js";
import { declarationSameWording } from "./declaration-same-wording.js";
import { defaultSame } from "./default-same.js";
import { deprecationSame } from "./deprecation-same.js";
import { discriminatorSame } from "./discriminator-same.js";
import { documentationSame } from "./documentation-same.js";
import { enumValueNoAdd } from "./enum-value-no-add.js";
import { enumValueNoDelete } from "./enum-value-no-delete.js";
import { errorCodeNew } from "./error-code-new.js";
import { errorCodeNoDelete } from "./error-code-no-delete.js";
import { eventNew } from "./event-new.js";
import { eventNoDelete } from "./event-no-delete.js";
import { generatedNameSame } from "./generated-name-same.js";
import { limitRules } from "./limit-rules.js";
import { methodDeclaresSince } from "./method-declares-since.js";
import { methodNew } from "./method-new.js";
import { methodNoDelete } from "./method-no-delete.js";
import { methodSameScope } from "./method-same-scope.js";
import { objectStayClosed } from "./object-stay-closed.js";
import { objectStayOpen } from "./object-stay-open.js";
import { operationSameMetadata } from "./operation-same-metadata.js";
import { propertyNoAddToClosed } from "./property-no-add-to-closed.js";
import { propertyNoDelete } from "./property-no-delete.js";
import { propertyNoNewRequired } from "./property-no-new-required.js";
import { propertySameNullability } from "./property-same-nullability.js";
import { propertySameType } from "./property-same-type.js";
import { propertyStayOptional } from "./property-stay-optional.js";
import { propertyStayRequired } from "./property-stay-required.js";
import { referenceSameTarget } from "./reference-same-target.js";
import { variantNoAdd } from "./variant-no-add.js";
import { variantNoDelete } from "./variant-no-delete.js";
import { versionNoLower } from "./version-no-lower.js";
import { versionRaisedForBreak } from "./version-raised-for-break.js";
import { versionRaisedWithReason } from "./version-raised-with-reason.js";
import { versionWindowSame } from "./version-window-same.js";
import type { BreakingRule } from "../rule.js";

/** Every rule, in the order of `typewire rules`: a list of them is all that the command knows. */
export const breakingRules: readonly BreakingRule[] = [
  methodNoDelete,
  methodNew,
  methodSameScope,
  methodDeclaresSince,
  eventNoDelete,
  eventNew,
  operationSameMetadata,
  errorCodeNoDelete,
  errorCodeNew,
  declarationNoDelete,
  declarationNew,
  declarationSameWording,
  generatedNameSame,
  referenceSameTarget,
  propertyNoDelete,
  propertyNoNewRequired,
  propertyNoAddToClosed,
  propertyStayOptional,
  propertyStayRequired,
  propertySameType,
  propertySameNullability,
  objectStayOpen,
  objectStayClosed,
  constantSame,
  enumValueNoDelete,
  enumValueNoAdd,
  variantNoDelete,
  variantNoAdd,
  discriminatorSame,
  ...limitRules,
  defaultSame,
  deprecationSame,
  documentationSame,
  versionWindowSame,
  versionNoLower,
  versionRaisedForBreak,
  versionRaisedWithReason,
];
