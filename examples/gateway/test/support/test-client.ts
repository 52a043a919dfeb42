import { onTestFinished } from "vitest";
import { createBackoff } from "../../client/backoff.js";
import { GatewayClient, type GatewayClientOptions } from "../../client/gateway-client.js";

/** Makes a client that hangs up when the test ends. */
export function testClient(options: Partial<GatewayClientOptions> & { readonly url: string }): GatewayClient {
  const client = new GatewayClient({
    client: { id: "test", version: "1", platform: "node", mode: "test" },
    backoff: createBackoff({ baseMs: 5, maxMs: 20 }),
    ...options,
  });
  onTestFinished(() => client.close());
  return client;
}
