import { defineConfig } from "./src/config/define-config.js";

/** The two sample protocols. Outputs go to `generated/<protocol>/`, where `protocol:check` guards them. */
export default defineConfig({
  protocols: {
    clawdis: {
      source: "./fixtures/clawdis/schema.ts",
      title: "Clawdis Gateway Protocol",
      id: "https://clawdis.dev/protocol.schema.json",
      description: "Handshake, request/response, and event frames for the Gateway WebSocket.",
      targets: { "json-schema": true, swift: true, typescript: true },
    },
    gateway: {
      source: "./fixtures/gateway/schema.ts",
      title: "Gateway Protocol",
      id: "https://typewire.dev/gateway.schema.json",
      description: "What a gateway and its clients say to each other over one WebSocket.",
      targets: { "json-schema": true, swift: true, typescript: true },
    },
  },
});
