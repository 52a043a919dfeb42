import { startGateway } from "../../server/start-gateway.js";

/** A gateway in a process of its own: prints nothing, answers `memory` and `connections`, ends with its parent. */
const gateway = await startGateway(JSON.parse(process.argv[2] ?? "{}"));

process.on("message", (question) => process.send?.(question === "memory" ? memoryInUse() : gateway.state.hub.size));
process.on("disconnect", () => void gateway.close());
process.send?.(gateway.url);

/** In bytes, after everything that nobody holds is gone. */
function memoryInUse(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}
