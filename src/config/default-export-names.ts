import type { ExportNames } from "./config.js";

/** What a registry's exports are called unless the config says otherwise. */
export const defaultExportNames: ExportNames = {
  schemas: "ProtocolSchemas",
  version: "PROTOCOL_VERSION",
  errorCodes: "ErrorCodes",
  methods: "METHODS",
  events: "EVENTS",
};
