import { type Gateway, startGateway } from "../../examples/gateway/server/start-gateway.js";
import { generatedValidation, type Validation } from "../../examples/gateway/server/validation.js";

/** A gateway in a process of its own, with the validators that its argument names: `generated`, `none`, or a module. */
const [, , kind = "generated"] = process.argv;
const gateway = await startGateway({ validation: await validationOf(kind), policy: { maxInFlight: 100_000 } });

process.on("message", () => process.send?.(cpuSeconds()));
process.on("disconnect", () => stop(gateway));
process.send?.(gateway.url);

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

function stop(running: Gateway): void {
  void running.close();
}

async function validationOf(name: string): Promise<Validation> {
  if (name === "generated") return generatedValidation;
  if (name !== "none") return import(name);
  return { parseFrame: (input) => ({ ok: true, frame: JSON.parse(String(input)) }), validateRequest: trusted };
}

/** Whatever is asked for is taken to be right. */
function trusted(method: string, params: unknown): ReturnType<typeof JSON.parse> {
  return { ok: true, method, params };
}
