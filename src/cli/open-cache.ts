import type { Cache } from "../cache/cache.js";
import type { Config } from "../config/config.js";
import type { Invocation } from "./cli-command.js";
import type { Io } from "./io.js";

/**
 * The cache of a command, unless `--no-cache` is given. On a CI server there is none: what is checked there has to be
 * seen, not remembered.
 */
export async function openCache({ io, options }: Invocation, config: Config): Promise<Cache | undefined> {
  if (options["cache"] === false || (await isCi(io.env))) return undefined;
  const { createCache } = await import("../cache/cache.js");
  return createCache(config);
}

/** `CI` decides where it says something; servers that do not set it are known by variables of their own. */
async function isCi({ CI: said = "" }: Io["env"]): Promise<boolean> {
  if (said !== "") return said !== "0" && said !== "false";
  const { isCI } = await import("ci-info");
  return isCI;
}
