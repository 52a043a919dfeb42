import { defineConfig } from "./src/api/define-config.js";

/** The two sample protocols. Outputs go to `generated/<protocol>/`, where `protocol:check` guards them. */
export default defineConfig({
  protocols: {
    clawdis: {
      source: "./fixtures/clawdis/schema.ts",
      title: "Clawdis Gateway Protocol",
      id: "https://clawdis.dev/protocol.schema.json",
      description: "Handshake, request/response, and event frames for the Gateway WebSocket.",
      methods: { connect: { result: "HelloOk" } },
      targets: { "json-schema": true, swift: true, typescript: true },
    },
    gateway: {
      source: "./fixtures/gateway/schema.ts",
      title: "Gateway Protocol",
      id: "https://typewire.dev/gateway.schema.json",
      description: "What a gateway and its clients say to each other over one WebSocket.",
      handlers: "./examples/gateway/server/handlers/system.ts",
      targets: { "json-schema": true, swift: true, typescript: true },
    },
  },
  lint: {
    ignore: [
      {
        protocol: "clawdis",
        rule: "non-empty-ids",
        path: "AgentParams.session*",
        reason: "The published document allows the empty string.",
      },
      {
        protocol: "clawdis",
        rule: "idempotency-key",
        path: "Cron*Params",
        reason: "The published document has no key for cron.",
      },
      {
        protocol: "clawdis",
        rule: "idempotency-key",
        path: "NodePair*Params",
        reason: "The published document has no key for pairing.",
      },
      {
        protocol: "clawdis",
        rule: "schema-mapped",
        path: "*",
        reason: "The published document has no results, and no schema of every event.",
      },
      {
        protocol: "clawdis",
        rule: "schema-registered",
        path: "Cron*Schema",
        reason: "The published document has them inside CronJob only.",
      },
      {
        protocol: "clawdis",
        rule: "schema-registered",
        path: "HealthSnapshotSchema",
        reason: "It stands for a shape that the application owns.",
      },
    ],
  },
});
