import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { GatewayOptions } from "../../server/start-gateway.js";

/** A gateway in a process of its own. */
export interface GatewayProcess {
  readonly url: string;
  /** Bytes of the heap that are in use. */
  memory(): Promise<number>;
  /** Clients that were greeted and are connected. */
  connections(): Promise<number>;
  /** Undefined while it runs. */
  exitCode(): number | null | undefined;
  stop(): Promise<void>;
}

/** Starts one; its memory is its own, and a crash of it is seen. */
export async function startGatewayProcess(options: GatewayOptions): Promise<GatewayProcess> {
  const child = fork(join(import.meta.dirname, "gateway-process.ts"), [JSON.stringify(options)], {
    execArgv: ["--expose-gc", "--import", "tsx"],
  });
  let exit: { readonly code: number | null } | undefined;
  child.on("exit", (code) => (exit = { code }));
  const [url]: unknown[] = await once(child, "message");
  const ask = async (question: string): Promise<number> => {
    const answer = once(child, "message");
    child.send(question);
    return Number((await answer)[0]);
  };
  return {
    url: String(url),
    memory: () => ask("memory"),
    connections: () => ask("connections"),
    exitCode: () => exit?.code,
    stop: async () => {
      if (exit !== undefined) return;
      const ended = once(child, "exit");
      child.disconnect();
      await ended;
    },
  };
}
