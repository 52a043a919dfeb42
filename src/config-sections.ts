import type { ConfigSections } from "./config/config-schema.js";

/** The sections of the config that are neither protocols nor targets, each with its schema. */
export const configSections: ConfigSections = {};
