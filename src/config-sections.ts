import type { ConfigSections } from "./config/config-schema.js";
import { lintConfigSchema } from "./rules/lint/lint-config.js";
import { policyConfigSchema } from "./rules/policy/policy-config.js";

/** The sections of the config that are neither protocols nor targets, each with its schema. */
export const configSections: ConfigSections = { lint: lintConfigSchema, policy: policyConfigSchema };
