import { parseFrame, validateRequest } from "../../../generated/gateway/typescript/validators.js";

/** How the gateway reads what clients send. It is an option so that other validators can be measured in the same server. */
export interface Validation {
  readonly parseFrame: typeof parseFrame;
  readonly validateRequest: typeof validateRequest;
}

/** The generated validators. */
export const generatedValidation: Validation = { parseFrame, validateRequest };
