import { METHODS } from "../../generated/gateway/typescript/protocol.js";
import { GatewayClient } from "./client/gateway-client.js";

/** Calls one method and prints its result. For example `npx tsx examples/gateway/call.ts system.echo '{"text":"hi"}'`. */
const { GATEWAY_URL = "ws://127.0.0.1:18789", GATEWAY_TOKEN } = process.env;
const [, , name = "health", params = "{}"] = process.argv;
const client = new GatewayClient({
  url: GATEWAY_URL,
  token: GATEWAY_TOKEN,
  client: { id: "call", version: "1.0.0", platform: "node", mode: "cli" },
});

try {
  const method = METHODS.find((known) => known === name);
  if (method === undefined) throw new Error(`there is no method ${name}; there are ${METHODS.join(", ")}`);
  await client.connect();
  console.log(JSON.stringify(await client.request(method, JSON.parse(params)), null, 2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  client.close();
}
