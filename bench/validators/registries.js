/** The registries that are started, from small to large. `typebox`: written with `@sinclair/typebox`. */
export const registries = [
  { name: "clawdis", source: "fixtures/clawdis/schema.ts", typebox: true },
  { name: "gateway", source: "fixtures/gateway/schema.ts", typebox: true },
  { name: "published", source: "@openclaw/gateway-protocol/schema", typebox: false },
];
