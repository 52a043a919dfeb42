import { dirname, resolve } from "node:path";
import { type Invocation, textOption } from "./cli-command.js";

/** The folder that the files of a config's diagnostics are relative to, even where the config could not be read. */
export function projectRoot({ io, options }: Invocation): string {
  const file = textOption(options, "config");
  return file === undefined ? io.cwd : dirname(resolve(io.cwd, file));
}
