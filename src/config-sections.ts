import type { ConfigSections } from "./config/config-schema.js";
import { lintConfigSchema } from "./rules/lint/lint-config.js";

/** The sections of the config that are neither protocols nor targets, each with its schema. */
export const configSections: ConfigSections = { lint: lintConfigSchema };
