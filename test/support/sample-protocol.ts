import type { ProtocolConfig } from "../../src/config/config.js";
import { defaultExportNames } from "../../src/config/default-export-names.js";

/** A protocol with every default, for tests that need only some of its settings. */
export function sampleProtocol(settings: Partial<ProtocolConfig>): ProtocolConfig {
  return {
    name: "sample",
    source: "schema.ts",
    exports: defaultExportNames,
    title: undefined,
    id: undefined,
    description: undefined,
    names: {},
    frames: undefined,
    docs: "schema",
    methods: {},
    events: {},
    kinds: {},
    targets: [],
    ...settings,
  };
}
