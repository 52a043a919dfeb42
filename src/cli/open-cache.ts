import type { Cache } from "../cache/cache.js";
import type { Config } from "../config/config.js";
import type { Invocation } from "./cli-command.js";

/**
 * The cache of a command, unless `--no-cache` is given. On a CI server there is none: what is checked there has to be
 * seen, not remembered.
 */
export async function openCache({ io, options }: Invocation, config: Config): Promise<Cache | undefined> {
  if (options["cache"] === false || isCi(io.env["CI"])) return undefined;
  const { createCache } = await import("../cache/cache.js");
  return createCache(config);
}

function isCi(value: string | undefined): boolean {
  return value !== undefined && !["", "0", "false"].includes(value);
}
