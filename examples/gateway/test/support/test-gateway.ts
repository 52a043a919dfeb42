import { onTestFinished } from "vitest";
import { type Gateway, type GatewayOptions, startGateway } from "../../server/start-gateway.js";

/** Starts a gateway on a free port; it stops when the test ends. */
export async function testGateway(options: GatewayOptions = {}): Promise<Gateway> {
  const gateway = await startGateway(options);
  onTestFinished(() => gateway.close());
  return gateway;
}
