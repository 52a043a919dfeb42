import { startGateway } from "./start-gateway.js";

const DEFAULT_PORT = 18_789;
const { GATEWAY_HOST, GATEWAY_PORT, GATEWAY_TOKEN } = process.env;

const gateway = await startGateway({
  port: GATEWAY_PORT === undefined ? DEFAULT_PORT : Number(GATEWAY_PORT),
  token: GATEWAY_TOKEN === "" ? undefined : GATEWAY_TOKEN,
  ...(GATEWAY_HOST === undefined ? {} : { host: GATEWAY_HOST }),
});
console.log(`listening on ${gateway.url}`);

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => void gateway.close({ reason: "stopped by a signal" }));
}
